"""V4: tiap persen punya pembilang dan penyebut; angka tercetak dibandingkan dengan hasil hitung."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from core.angka import bersatuan, bulatkan, format_angka, persen
from documents.jenis import Temuan
from kinerja.aturan.capaian import Arah
from kinerja.aturan.rencana import TRIWULAN
from kinerja.aturan.tercetak import desimal
from kinerja.models import Lkjip
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.v02_total import from_banding, is_kinerja

PENYEBUT = {
    "lembaga.lpm_berprestasi": "lpm",
    "lembaga.pkk_aktif": "pkk",
    "lembaga.posyandu_aktif": "posyandu",
}
JAUH = Decimal(200)  # persen; dua kali target


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    tercetak = from_banding("V4", kinerja, is_kinerja)
    pengukuran = kinerja.pengukuran
    ukuran = map(pengukuran.ukur, pengukuran.indikator)
    tanpa_asal = [_tanpa_asal(kinerja, u) for u in ukuran]
    return [*tercetak, *filter(None, tanpa_asal), *jauh(kinerja)]


def jauh(kinerja: TahunKinerja, sampai: int = len(TRIWULAN)) -> list[Temuan]:
    """Indikator dan baris pohon yang setahunnya jauh di atas target."""
    pengukuran = kinerja.pengukuran
    indikator = [_indikator_jauh(pengukuran.ukur(i)) for i in pengukuran.indikator]
    baris = [_baris_jauh(s, sampai) for s in kinerja.pohon.baris]
    return [t for t in (*indikator, *baris) if t]


def _indikator_jauh(u: Ukuran) -> Temuan | None:
    indikator = u.indikator
    if u.realisasi is None:
        return None
    realisasi = bulatkan(u.realisasi, indikator.desimal)
    return _jauh(f"{indikator}, {u.tahun}", indikator, u.target, realisasi)


def _baris_jauh(s: Simpul, sampai: int) -> Temuan | None:
    evaluasi = s.evaluasi.sampai(sampai)
    tempat = f"{s.induk}, {s.obj.indikator}"
    return _jauh(tempat, s.obj, evaluasi.target.k, evaluasi.jumlah.k)


def _jauh(
    tempat: str,
    baris: Any,
    target: Decimal | None,
    setahun: Decimal | None,
) -> Temuan | None:
    """Capaian realisasi/target yang lazimnya salah ketik atau salah cara menggabungkan."""
    if target is None or setahun is None:
        return None
    aturan = baris.aturan
    capaian = aturan.capaian(target, setahun).bebas
    if aturan.arah is not Arah.NAIK or capaian is None or capaian < JAUH:
        return None
    satuan: str = baris.satuan
    tercapai = bersatuan(setahun, satuan)
    angka = f"{tercapai} dari target {bersatuan(target, satuan)} ({persen(capaian)})"
    pesan = f"Jauh di atas target: {angka}. Periksa isian dan cara setahunnya: {baris.cara.nama}."
    return Temuan("V4", tempat, pesan, url=baris.get_absolute_url())


def _tanpa_asal(kinerja: TahunKinerja, u: Ukuran) -> Temuan | None:
    """Persen isian tanpa pembilang, diuji terhadap penyebut yang diketahui sistem."""
    if u.hasil or u.realisasi is None or not u.indikator.rumus_penyebut:
        return None
    if u.isian is None or u.isian.pembilang is not None:
        return None
    tempat = f"Realisasi {kinerja.tahun}, {u.indikator}"
    url = u.indikator.get_absolute_url()
    kolom = PENYEBUT.get(u.indikator.sumber, "")
    penyebut = _penyebut(kinerja, kolom)
    tulisan = u.isian.tercetak or format_angka(u.realisasi)
    pesan = "Pembilang dan penyebut tidak diketahui; angka tidak dapat ditelusuri."
    if penyebut and not mungkin(tulisan, u.realisasi, penyebut):
        atas = f"{format_angka(penyebut)} {kolom}"
        pesan = f"Tidak ada pembilang bulat yang memberi angka ini atas {atas}."
    return Temuan("V4", tempat, pesan, u.isian.tercetak, "", url)


def _penyebut(kinerja: TahunKinerja, kolom: str) -> int:
    """Jumlah satu kolom rekap lembaga tahun itu; nol bila sistem tidak mengetahuinya."""
    if not kolom:
        return 0
    rekap = kinerja.data.lembaga.get(kinerja.tahun, ())
    return sum(getattr(row, kolom) for row in rekap)


def mungkin(tulisan: str, persen: Decimal, penyebut: int) -> bool:
    """Ada pembilang bulat yang, dibulatkan atau dipotong seteliti tulisannya, memberi `persen`."""
    ketelitian = Decimal(1).scaleb(-desimal(tulisan))
    dekat = int(persen * penyebut / 100)
    for pembilang in (dekat, dekat + 1):
        hasil = Decimal(pembilang * 100) / penyebut
        terdekat = hasil.quantize(ketelitian, rounding=ROUND_HALF_UP)
        terpotong = hasil.quantize(ketelitian, rounding=ROUND_DOWN)
        if persen in (terdekat, terpotong):
            return True
    return False
