"""Angka Rencana Aksi dan evaluasinya yang dapat dibandingkan dengan naskah lama.

`{kunci: Rujukan}`; kunci `aksi.<kode>.<kolom>` untuk program dan kegiatan,
`aksi.<kode kegiatan>#<urutan>.<kolom>` untuk baris sub kegiatan, `aksi.total.<kolom>` untuk jumlah.
Kolom: pagu, jadwal, triwulan, tw1_k … tw4_rp, jumlah_k, jumlah_rp, persen_k, persen_rp.
"""

import re
from decimal import Decimal
from itertools import compress

from core.angka import format_angka
from core.periode import ROMAWI
from kinerja.aturan.rencana import TRIWULAN, Evaluasi, per_triwulan
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.rujukan import Rujukan

PerKunci = dict[str, Rujukan]
AKSI = "aksi."  # awalan rujukan Rencana Aksi dan evaluasinya; bukan angka LKjIP
TOTAL = f"{AKSI}total"
JADWAL = "jadwal"
_TRIWULAN = re.compile(r"\.tw(\d)_(?:k|rp)$")
RENCANA = frozenset({"pagu", JADWAL})  # kolom Rencana Aksi; selain jadwal juga pada evaluasi


def kunci(simpul: Simpul) -> str:
    """Kunci satu baris pohon, tetap walau namanya diperbaiki."""
    if simpul.tingkat == "sub":
        return f"{AKSI}{simpul.obj.kegiatan.kode}#{simpul.obj.nomor}"
    ekor = ""
    if simpul.tingkat == "tambahan":
        ekor = f"+{simpul.obj.nomor}"
    return f"{AKSI}{simpul.induk.kode}{ekor}"


def angka_aksi(pohon: Pohon, sampai: int = len(TRIWULAN)) -> PerKunci:
    """Semua angka sampai satu triwulan, juga yang tidak dapat dihitung (`None`)."""
    hasil: PerKunci = {}
    for simpul in pohon.baris:
        url = simpul.obj.get_absolute_url()
        awal = kunci(simpul)
        hasil |= _evaluasi(awal, simpul.evaluasi.sampai(sampai), url)
        if simpul.tingkat == "sub":
            hasil[f"{awal}.{JADWAL}"] = _teks(jadwal(simpul), url)
            hasil[f"{awal}.triwulan"] = _teks(triwulan_jadwal(simpul), url)
    return hasil | _evaluasi(TOTAL, pohon.total.sampai(sampai), "")


def triwulan_kunci(rujukan: str) -> int:
    """Triwulan kolom itu; 0 bila bukan kolom triwulan."""
    cocok = _TRIWULAN.search(rujukan)
    if cocok:
        return int(cocok[1])
    return 0


def jadwal(simpul: Simpul) -> str:
    """`25% 25% 50%`: isian bulan yang terisi, berurutan."""
    terisi = []
    for persen in simpul.bulan:
        if persen is not None:
            terisi.append(f"{persen}%")
    return " ".join(terisi)


def triwulan_jadwal(simpul: Simpul) -> str:
    """`I II`: triwulan yang dijadwalkan, yang pada naskah bertanda v."""
    dijadwalkan = per_triwulan(simpul.bulan)
    return " ".join(compress(ROMAWI, dijadwalkan))


def _evaluasi(awal: str, evaluasi: Evaluasi, url: str) -> PerKunci:
    """Tiap kolom uang dan kinerja satu baris evaluasi."""
    kolom = {
        "pagu": evaluasi.target.rp,
        "jumlah_k": evaluasi.jumlah.k,
        "jumlah_rp": evaluasi.jumlah.rp,
        "persen_k": evaluasi.persen.k,
        "persen_rp": evaluasi.persen.rp,
    }
    for nomor, triwulan in enumerate(evaluasi.triwulan, start=1):
        kolom[f"tw{nomor}_k"] = triwulan.k
        kolom[f"tw{nomor}_rp"] = triwulan.rp
    hasil = {}
    for nama, nilai in kolom.items():
        hasil[f"{awal}.{nama}"] = _angka(nilai, url)
    return hasil


def _angka(nilai: Decimal | None, url: str) -> Rujukan:
    """Angka yang tidak diketahui bertulisan kosong, seperti sel naskahnya."""
    tulisan = ""
    if nilai is not None:
        tulisan = format_angka(nilai)
    return Rujukan(nilai, tulisan, url)


def _teks(tulisan: str, url: str) -> Rujukan:
    """Tulisan kosong berarti tidak dijadwalkan."""
    return Rujukan(tulisan or None, tulisan, url)
