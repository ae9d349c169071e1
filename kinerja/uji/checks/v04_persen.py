"""V4: tiap persen punya pembilang dan penyebut; angka tercetak dibandingkan dengan hasil hitung."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from core.angka import format_angka
from documents.jenis import Temuan
from kinerja.aturan.tercetak import desimal
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.v02_total import from_banding, is_kinerja

PENYEBUT = {
    "lembaga.lpm_berprestasi": "lpm",
    "lembaga.pkk_aktif": "pkk",
    "lembaga.posyandu_aktif": "posyandu",
}


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    tercetak = from_banding("V4", kinerja, is_kinerja)
    pengukuran = kinerja.pengukuran
    ukuran = map(pengukuran.ukur, pengukuran.indikator)
    tanpa_asal = [_tanpa_asal(kinerja, u) for u in ukuran]
    return [*tercetak, *filter(None, tanpa_asal)]


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
