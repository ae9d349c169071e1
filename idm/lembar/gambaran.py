"""Gambaran kabupaten: lembar kerjanya, dan PDF berisi tabel yang sama dengan gambarnya."""

from collections.abc import Iterator
from typing import Any

from core.angka import format_angka
from core.grafik import desa as grafik_desa
from core.tabel import Bersatuan, Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from idm.lembar.laporan import ANGKA, NAMA, PANJANG, bagian, cetakan, tabel_laporan
from idm.lembar.peringkat import peringkat

TANPA_PERPINDAHAN = "Tidak dapat dihitung: salah satu tahun tidak diketahui per desa."
ARTI_TERLEMAH = "Banyak desa pada tiap skor; rata-rata atas desa yang skornya tercatat."
ARTI_PETAK = (
    "Satu petak satu desa, urut kode; nomornya pada tabel berikut. Status menurut {indeks}."
)


def gambaran(isi: dict[str, Any]) -> list[Tabel]:
    """Gambaran kabupaten, satu lembar tiap tabelnya."""
    perpindahan = [_matriks(isi), _bergeser(isi)] if isi["matriks"] else []
    return [
        _status(isi),
        *perpindahan,
        _kecamatan(isi),
        peringkat(isi),
        _petak(isi),
        _sebaran(isi),
        _terlemah(isi),
    ]


def _status(isi: dict[str, Any]) -> Tabel:
    tahun, tabel = isi["tahun"], isi["tabel"]
    banyak = Kolom("bulat", 14, is_jumlah=True)
    kolom = [("Status", NAMA), (str(tahun - 1), banyak), ("Perubahan", ANGKA), (str(tahun), banyak)]
    baris = [
        [b.status.title(), b.lalu, b.perubahan_lalu, b.kini, b.perubahan_kini] for b in tabel.baris
    ]
    sumber = [f"{satu}." for satu in tabel.sumber]
    return tabel_laporan(
        isi, "Status", [*kolom, ("Perubahan", ANGKA)], baris, jumlah="Jumlah", catatan=sumber
    )


def _matriks(isi: dict[str, Any]) -> Tabel:
    """Banyak desa dari tiap status ke tiap status; yang bergeser menyebut arahnya."""
    nama = f"Perpindahan {isi['tahun'] - 1} ke {isi['tahun']}"
    kolom = [("Dari ↓ ke →", NAMA), *((s["ke"].title(), ANGKA) for s in isi["matriks"][0]["sel"])]
    baris = [[b["dari"].title(), *(_banyak(s) for s in b["sel"])] for b in isi["matriks"]]
    return tabel_laporan(isi, nama, kolom, baris)


def _banyak(sel: dict[str, Any]) -> int | Bersatuan:
    bergeser = sel["banyak"] and sel["arah"] != "tetap"
    return Bersatuan(sel["banyak"], sel["arah"], 0) if bergeser else int(sel["banyak"])


def _bergeser(isi: dict[str, Any]) -> Tabel:
    """Desa yang bergeser, satu baris tiap desa."""
    nama = ("Kode", "Desa", "Kecamatan", "Dari", "Ke", "Arah")
    lebar = (Kolom(lebar=16), NAMA, NAMA, NAMA, NAMA, ANGKA)
    baris = [
        [d.kode, d.nama, str(d.kecamatan), dari.title(), sel["ke"].title(), sel["arah"]]
        for dari, sel in _pergeseran(isi)
        for d in sel["desa"]
    ]
    return tabel_laporan(isi, "Desa yang bergeser", list(zip(nama, lebar, strict=True)), baris)


def _pergeseran(isi: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Tiap status asal dengan tujuan yang menerima desanya."""
    for baris in isi["matriks"]:
        yield from ((baris["dari"], sel) for sel in baris["sel"] if sel["desa"])


def _kecamatan(isi: dict[str, Any]) -> Tabel:
    rows = [*isi["kecamatan"], *([isi["kabupaten"]] if isi["kabupaten"] else [])]
    status = list(rows[0].status) if rows else []
    kolom = [
        ("No", Kolom("bulat", 6)),
        ("Kecamatan", NAMA),
        ("Desa", ANGKA),
        ("Rata-rata IDM", Kolom("indeks", 14)),
    ]
    kolom += [(s.title(), ANGKA) for s in status]
    nomor = [*range(1, len(isi["kecamatan"]) + 1), None]
    baris = [
        [n, r.nama, r.banyak, r.idm, *r.status.values()] for n, r in zip(nomor, rows, strict=False)
    ]
    return tabel_laporan(
        isi, "Rata-rata kecamatan", kolom, baris, tebal=frozenset([len(baris) - 1] if baris else [])
    )


def _petak(isi: dict[str, Any]) -> Tabel:
    """Peta petak, satu baris tiap desa."""
    kolom = [("Kecamatan", NAMA), ("Petak", ANGKA), ("Desa", NAMA), ("Status", NAMA)]
    baris = [
        [k["nama"], int(d["nomor"]), d["nama"], d["status"].title()]
        for k in isi["petak"]
        for d in k["desa"]
    ]
    return tabel_laporan(isi, "Peta petak", kolom, baris)


def _petak_ringkas(isi: dict[str, Any]) -> Tabel:
    """Nama desa tiap petak, satu baris tiap kecamatan: kunci gambarnya pada satu halaman."""
    kolom = [("Kecamatan", Kolom(lebar=20)), ("Desa tiap petak", Kolom(lebar=140))]
    baris = [
        [k["nama"], ", ".join(f"{d['nomor']}\u00a0{d['nama']}" for d in k["desa"])]
        for k in isi["petak"]
    ]
    return tabel_laporan(isi, "Desa tiap petak", kolom, baris)


def _sebaran(isi: dict[str, Any]) -> Tabel:
    kolom = [
        ("Dari", Kolom("skor")),
        ("Sampai", Kolom("skor")),
        ("Desa", Kolom("bulat", 12, is_jumlah=True)),
        ("Ambang di dalamnya", NAMA),
    ]
    baris = [[s["dari"], s["sampai"], s["banyak"], s["ambang"].title()] for s in isi["sebaran"]]
    return tabel_laporan(isi, "Sebaran", kolom, baris, jumlah="Jumlah")


def _terlemah(isi: dict[str, Any]) -> Tabel:
    skor = [s for s, _ in isi["terlemah"][0]["sebaran"]] if isi["terlemah"] else []
    kolom = [("Indikator", PANJANG), ("Dimensi", NAMA), ("Rata-rata skor", Kolom("skor", 14))]
    kolom += [(f"Skor {s}", ANGKA) for s in skor]
    baris = [
        [str(t["indikator"]), t["indikator"].dimensi, t["rata"], *(n for _, n in t["sebaran"])]
        for t in isi["terlemah"]
    ]
    return tabel_laporan(
        isi, "Indikator terlemah", kolom, baris, is_lanskap=True, catatan=(ARTI_TERLEMAH,)
    )


def cetakan_gambaran(isi: dict[str, Any]) -> Cetakan:
    """PDF gambaran; yang datanya tidak ada tidak dicetak."""
    semua = [_muka(isi)]
    if isi["deret"]:
        semua.append(_berstatus(isi))
    semua.append(_berpindah(isi))
    if isi["kecamatan"]:
        semua += [bagian("Rata-rata kecamatan", tabel=(_kecamatan(isi),)), _tersebar(isi)]
    if isi["terlemah"]:
        semua.append(bagian("Indikator terlemah", tabel=(_terlemah(isi),)))
    return cetakan(isi, [*semua, *(_tiap_desa(isi) if isi["petak"] else ())])


def _muka(isi: dict[str, Any]) -> Bagian:
    rata = isi["kabupaten"]
    pokok = (
        (f"{format_angka(isi['banyak'])} desa, rata-rata IDM {format_angka(rata.idm, 4)}",)
        if rata
        else ()
    )
    judul = (isi["judul"], f"{isi['dinas'].daerah} Tahun {isi['tahun']}", *pokok)
    return bagian(judul=judul, is_berkop=True, is_sambung=False)


def _berstatus(isi: dict[str, Any]) -> Bagian:
    gambar = Gambar("Status desa menurut IDM", grafik_desa.status(isi["deret"]))
    return bagian("Status desa", gambar=(gambar,), tabel=(_status(isi),))


def _berpindah(isi: dict[str, Any]) -> Bagian:
    """Matriks, lalu nama desa yang bergeser menurut pergeserannya."""
    judul = f"Perpindahan {isi['tahun'] - 1} ke {isi['tahun']}"
    if not isi["matriks"]:
        return bagian(judul, pembuka=(Paragraf(TANPA_PERPINDAHAN, "catatan"),))
    nama = [paragraf for dari, sel in _pergeseran(isi) for paragraf in _nama_bergeser(dari, sel)]
    return bagian(judul, tabel=(_matriks(isi),), penutup=tuple(nama))


def _nama_bergeser(dari: str, sel: dict[str, Any]) -> tuple[Paragraf, Paragraf]:
    nama = ", ".join(f"{d.nama} ({d.kecamatan})" for d in sel["desa"])
    arah = f"{dari.title()} ke {sel['ke'].title()}: {sel['banyak']} desa {sel['arah']}"
    return Paragraf(arah, "tebal"), Paragraf(f"{nama}.", "kecil")


def _tersebar(isi: dict[str, Any]) -> Bagian:
    gambar = Gambar("Sebaran IDM desa", grafik_desa.sebaran(isi["sebaran"]))
    return bagian("Sebaran", gambar=(gambar,), tabel=(_sebaran(isi),))


def _tiap_desa(isi: dict[str, Any]) -> list[Bagian]:
    """Peta petak dengan kuncinya, lalu peringkat."""
    tahun = isi["tahun"]
    gambar = Gambar(f"Status desa per kecamatan {tahun}", grafik_desa.petak(isi["petak"], tahun))
    arti = Paragraf(ARTI_PETAK.format(indeks=isi["peringkat"]["indeks"]), "catatan")
    return [
        bagian("Desa menurut kecamatan", gambar=(gambar,), penutup=(arti,), is_sambung=False),
        bagian(tabel=(_petak_ringkas(isi),), is_sambung=False),
        bagian("Peringkat semua desa", tabel=(peringkat(isi),), is_sambung=False),
    ]
