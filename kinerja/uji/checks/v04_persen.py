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
    ukuran = [kinerja.pengukuran.ukur(i) for i in kinerja.pengukuran.indikator]
    return [*tercetak, *filter(None, (_tanpa_asal(kinerja, u) for u in ukuran))]


def _tanpa_asal(kinerja: TahunKinerja, u: Ukuran) -> Temuan | None:
    """Persen isian tanpa pembilang, diuji terhadap penyebut yang diketahui sistem."""
    if u.hasil or u.realisasi is None or not u.indikator.rumus_penyebut:
        return None
    if u.isian is None or u.isian.pembilang is not None:
        return None
    tempat, url = f"Realisasi {kinerja.tahun}, {u.indikator}", u.indikator.get_absolute_url()
    kolom = PENYEBUT.get(u.indikator.sumber)
    penyebut = sum(getattr(row, kolom) for row in kinerja.data.lembaga.get(kinerja.tahun, ())) if kolom else 0
    if penyebut and not mungkin(u.isian.tercetak or format_angka(u.realisasi), u.realisasi, penyebut):
        pesan = f"Tidak ada pembilang bulat yang memberi angka ini atas {format_angka(penyebut)} {kolom}."
        return Temuan("V4", tempat, pesan, u.isian.tercetak, "", url)
    pesan = "Pembilang dan penyebut tidak diketahui; angka tidak dapat ditelusuri."
    return Temuan("V4", tempat, pesan, u.isian.tercetak, "", url)


def mungkin(tulisan: str, persen: Decimal, penyebut: int) -> bool:
    """Apakah ada pembilang bulat yang, dibulatkan atau dipotong, memberi `persen` pada ketelitian tulisannya."""
    n = Decimal(1).scaleb(-desimal(tulisan))
    dekat = int(persen * penyebut / 100)
    return any(
        (Decimal(k * 100) / penyebut).quantize(n, rounding=cara) == persen
        for k in (dekat, dekat + 1)
        for cara in (ROUND_HALF_UP, ROUND_DOWN)
    )
