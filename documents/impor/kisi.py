"""Lembar kerja menjadi ubahan sebuah kisi: kolom dicocokkan dari judulnya, baris dari kunci atau namanya.

Tidak menyimpan apa pun. Tiap masalah disebut dengan lembar, sel, isi, dan yang seharusnya.
"""

from collections.abc import Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, ClassVar

from django.db import transaction

from core.angka import format_angka
from core.audit import Refused
from core.grid import BarisKisi, Grid, GridRefused, KolomKisi, Ubahan
from documents.impor import JUDUL_KESALAHAN, Hasil, Kesalahan, Penerima, normal
from documents.pembaca import Sel, Tabel, alamat

JUDUL_KUNCI = "Kode baris"
KUNCI = "kunci"
NAMA = "nama"
ABAI = "abai"
TINGKAT = 3  # baris kepala cetak di bawah baris judul
CARI_KEPALA = 20  # baris pertama yang mungkin menjadi kepala tabel


def kisi(grid_class: Any, name: str) -> type[Penerima]:
    """Penerima untuk satu kelas kisi; `name` nama url halamannya."""
    isi = {
        "grid_class": grid_class,
        "model": grid_class.model,
        "judul": grid_class.judul,
        "halaman": name,
    }
    return type(f"{grid_class.__name__}Impor", (PenerimaKisi,), isi)


class PenerimaKisi(Penerima):
    """Lembar kerja satu kisi, disimpan lewat pintu kisi itu sendiri."""

    grid_class: ClassVar[Any]
    satuan = "sel"
    is_pilih_tahun = False  # tahunnya dari halaman kisi

    def __init__(self, user: Any, tahun: int) -> None:
        super().__init__(user, tahun)
        self.grid: Grid = self.grid_class(user, tahun)

    def periksa(self, tabel: Sequence[Tabel]) -> Hasil:
        return periksa(self.grid, tabel)

    def terapkan(
        self,
        ubahan: Sequence[dict[str, str]],
        *,
        by: Any,
        note: str,
    ) -> None:
        try:
            self.grid.write(
                [Ubahan(u["kunci"], u["kolom"], u["lama"], u["baru"]) for u in ubahan], note=note
            )
        except GridRefused as error:
            raise Refused(next(h.pesan for h in error.hasil if h.pesan)) from error


def judul(kolom: KolomKisi) -> str:
    """Judul kolom pada lembar: kelompok dan labelnya, unik dalam satu kisi."""
    if kolom.kelompok:
        return f"{kolom.kelompok} {kolom.label}".strip()
    return kolom.label


def kunci_luar(row: BarisKisi) -> str:
    """Kunci baris yang dibaca orang: kode resminya bila ada."""
    return row.kode or row.kunci


def periksa(grid: Grid, tabel: Sequence[Tabel]) -> Hasil:
    """Cocokkan dan uji seluruh isi tanpa menyimpan; semua masalah sekaligus."""
    if (cetakan := grid.cetakan(tabel)) is not None:
        _uji(grid, cetakan)
        return cetakan
    hasil = Hasil()
    ditemukan = [(t, letak) for t in tabel if (letak := _kepala(grid, t))]
    if not ditemukan:
        nama = ", ".join(judul(k) for k in grid.columns() if not k.is_tetap)
        hasil.kesalahan.append(
            Kesalahan(
                "", "", "", f"Tidak ada baris judul yang dikenali. Kolom yang dikenali: {nama}."
            )
        )
        return hasil
    rows = grid.rows()
    for t, (nomor, peta, asing) in ditemukan:
        for kolom, isi in asing:
            hasil.kesalahan.append(Kesalahan(t.nama, alamat(nomor, kolom), isi, _saran(isi, grid)))
        _baca(grid, rows, t, nomor, peta, hasil)
    _uji(grid, hasil)
    return hasil


def _dikenal(grid: Grid) -> dict[str, KolomKisi | str]:
    """Judul yang dikenali: kunci, nama baris, kolom kisi, dan yang sengaja diabaikan."""
    dikenal: dict[str, KolomKisi | str] = {normal(JUDUL_KUNCI): KUNCI}
    dikenal |= dict.fromkeys(map(normal, (grid.judul_baris, *grid.judul_nama)), NAMA)
    for kolom in grid.columns():
        for teks in (judul(kolom), kolom.label, *kolom.alias):
            dikenal.setdefault(normal(teks), kolom)
    return dict.fromkeys(map(normal, (JUDUL_KESALAHAN, *grid.judul_abai)), ABAI) | dikenal


def _kepala(
    grid: Grid, t: Tabel
) -> tuple[int, dict[int, KolomKisi | str], list[tuple[int, str]]] | None:
    """Baris judul terakhir, `{nomor kolom: Kolom, kunci atau nama}`, dan judul asing; kepala cetak boleh bertingkat."""
    dikenal = _dikenal(grid)
    for nomor, baris in enumerate(t.baris[:CARI_KEPALA], start=1):
        peta = _peta(baris, dikenal)
        if {KUNCI, NAMA} & {v for v in peta.values() if isinstance(v, str)} and len(peta) > 1:
            akhir, peta = _kepala_bertingkat(t, nomor, peta, dikenal)
            asing = [(i, s.isi) for i, s in enumerate(baris, start=1) if s.isi and i not in peta]
            return akhir, {i: v for i, v in peta.items() if v != ABAI}, asing
    return None


def _peta(baris: list[Sel], dikenal: dict[str, KolomKisi | str]) -> dict[int, KolomKisi | str]:
    return {
        i: dikenal[normal(s.isi)] for i, s in enumerate(baris, start=1) if normal(s.isi) in dikenal
    }


def _kepala_bertingkat(
    t: Tabel,
    nomor: int,
    peta: dict[int, KolomKisi | str],
    dikenal: dict[str, KolomKisi | str],
) -> tuple[int, dict[int, KolomKisi | str]]:
    """Judul di bawah sel gabungan dibaca dari baris berikutnya; baris nomor kolom (1 2 3 …) menutup kepala."""
    tanda = [i for i, v in peta.items() if v in (KUNCI, NAMA)]
    for n, baris in enumerate(t.baris[nomor : nomor + TINGKAT], start=nomor + 1):
        isi = [(i, s.isi) for i, s in enumerate(baris, start=1) if s.isi]
        if len(isi) > 2 and all(teks == str(i) for i, teks in isi):
            return n, peta
        if any(i in tanda for i, _ in isi):
            break  # sudah baris isi
        peta = peta | {
            i: v for i, v in _peta(baris, dikenal).items() if _dapat_diganti(peta.get(i))
        }
        nomor = n
    return nomor, peta


def _dapat_diganti(apa: KolomKisi | str | None) -> bool:
    """Judul di atas hanya nama kelompok atau kolom hitung; judul di bawahnya yang berlaku."""
    return apa is None or apa == ABAI or (isinstance(apa, KolomKisi) and apa.is_tetap)


def _saran(isi: str, grid: Grid) -> str:
    mirip = get_close_matches(isi, [judul(kolom) for kolom in grid.columns()], n=1)
    return f"Kolom “{isi}” tidak dikenal." + (f" Maksudnya “{mirip[0]}”?" if mirip else "")


def _baca(
    grid: Grid,
    rows: list[BarisKisi],
    t: Tabel,
    nomor: int,
    peta: dict[int, KolomKisi | str],
    hasil: Hasil,
) -> None:
    cari = _pencari(rows)
    lama = {normal(kode): kini for kode, kini in grid.kode_lama().items() if normal(kini) in cari}
    terlihat: dict[str, str] = {}
    for n, baris in enumerate(t.baris[nomor:], start=nomor + 1):
        tanda = [
            (i, baris[i - 1]) for i, apa in peta.items() if isinstance(apa, str) and i <= len(baris)
        ]
        if not any(s.isi for _, s in tanda) or any(normal(s.isi) == "jumlah" for _, s in tanda):
            continue
        hasil.banyak_baris += 1
        row = next((cari[normal(s.isi)] for _, s in tanda if normal(s.isi) in cari), None)
        i, s = next((pair for pair in tanda if pair[1].isi), tanda[0])
        if kini := next((lama[normal(s.isi)] for _, s in tanda if normal(s.isi) in lama), ""):
            row = cari[normal(kini)]
            pesan = f"Kode lama; dibaca sebagai {kini} {row.label}."
            hasil.catatan.append(Kesalahan(t.nama, alamat(n, i), s.isi, pesan))
        if row is None:
            hasil.kesalahan.append(Kesalahan(t.nama, alamat(n, i), s.isi, _baris_asing(s, grid)))
        elif row.kunci in terlihat:
            pesan = f"Baris ini sudah ada pada {terlihat[row.kunci]}."
            hasil.kesalahan.append(Kesalahan(t.nama, alamat(n, i), s.isi, pesan))
        else:
            terlihat[row.kunci] = alamat(n, i)
            _bandingkan(grid, row, baris, n, t, peta, hasil)


def _pencari(rows: list[BarisKisi]) -> dict[str, BarisKisi]:
    """Baris menurut kunci, kode, dan namanya; nama yang kembar tidak dipakai."""
    hasil: dict[str, BarisKisi] = {}
    kembar: set[str] = set()
    for row in rows:
        nama = normal(row.label)
        if nama in hasil:
            kembar.add(nama)
        hasil.setdefault(nama, row)
        for alias in map(normal, row.alias):
            if hasil.get(alias, row) is not row:
                kembar.add(alias)
            hasil.setdefault(alias, row)
    for nama in kembar:
        del hasil[nama]
    for row in rows:
        hasil[normal(row.kunci)] = hasil[normal(kunci_luar(row))] = row
    return hasil


def _baris_asing(s: Sel, grid: Grid) -> str:
    if s.jenis == "tanggal":
        return (
            f"Kode ini sudah berubah menjadi tanggal ({s.isi}) di lembar kerja. "
            "Jadikan kolomnya teks lalu ketik ulang."
        )
    return f"Tidak ada {grid.judul_baris.lower()} dengan kode atau nama ini."


def _bandingkan(
    grid: Grid,
    row: BarisKisi,
    baris: list[Sel],
    n: int,
    t: Tabel,
    peta: dict[int, KolomKisi | str],
    hasil: Hasil,
) -> None:
    """Sel isian yang berbeda dari isi kini menjadi ubahan."""
    for i, kolom in peta.items():
        if not isinstance(kolom, str) and row.is_isian(kolom) and i <= len(baris):
            bandingkan(grid, row, kolom, baris[i - 1], t.nama, alamat(n, i), hasil)


def bandingkan(
    grid: Grid,
    row: BarisKisi,
    kolom: KolomKisi,
    sel: Sel,
    lembar: str,
    tempat: str,
    hasil: Hasil,
) -> None:
    """Satu sel: sama, ubahan, atau masalah; dicatat pada `hasil`."""
    tulisan, masalah = teks(sel, kolom)
    if masalah:
        hasil.kesalahan.append(Kesalahan(lembar, tempat, sel.isi, masalah))
        return
    lama = kolom.text(row.isi.get(kolom.nama))
    if _sama(kolom, lama, tulisan or (grid.blank_text(kolom) if lama else "")):
        hasil.sama += 1
        return
    hasil.ubahan.append(
        {"kunci": row.kunci, "kolom": kolom.nama, "lama": lama, "baru": tulisan, "baris": row.label,
         "judul": judul(kolom), "lembar": lembar, "sel": tempat}
    )  # fmt: skip


def _sama(kolom: KolomKisi, lama: str, baru: str) -> bool:
    if lama == baru:
        return True
    try:
        return kolom.text(kolom.parse(baru)) == lama
    except Exception:
        return False


def teks(sel: Sel, kolom: KolomKisi) -> tuple[str, str]:
    """Tulisan sel sebagaimana akan diketik, dan masalahnya bila tidak dapat dipakai."""
    if sel.jenis == "rumus":
        return "", f"Sel ini rumus ({sel.isi}). Tempel sebagai nilai, lalu unggah lagi."
    if sel.jenis == "galat":
        return "", f"Sel ini bernilai galat {sel.isi}."
    if sel.jenis == "tanggal" and kolom.is_angka:
        return (
            "",
            f"Isinya sudah berubah menjadi tanggal ({sel.isi}) di lembar kerja; ketik ulang sebagai angka.",
        )
    if kolom.jenis == "pilihan":
        pilihan = {normal(label): nilai for nilai, label in kolom.pilihan}
        return pilihan.get(normal(sel.isi), sel.isi), ""
    if sel.jenis in {"angka", "persen"}:
        return _angka(sel), ""
    return ("" if sel.isi == "-" and kolom.is_angka else sel.isi), ""


def _angka(sel: Sel) -> str:
    """Angka lembar kerja cara Indonesia; sel berformat persen dikalikan seratus."""
    nilai = Decimal(sel.isi) * (100 if sel.jenis == "persen" else 1)
    return format_angka(
        nilai.quantize(Decimal("1e-6")).normalize() if nilai % 1 else nilai.to_integral_value()
    )


def _uji(grid: Grid, hasil: Hasil) -> None:
    """Jalankan penyimpanannya lalu batalkan: kunci, kendala dan aturan baris ikut diuji."""
    ubahan = [Ubahan(u["kunci"], u["kolom"], u["lama"], u["baru"]) for u in hasil.ubahan]
    tempat = {(u["kunci"], u["kolom"]): u for u in hasil.ubahan}
    if not ubahan:
        return
    with transaction.atomic():
        try:
            grid.write(ubahan)
        except GridRefused as error:
            for h in error.hasil:
                u = tempat[(h.kunci, h.kolom)]
                if h.pesan:
                    hasil.kesalahan.append(Kesalahan(u["lembar"], u["sel"], u["baru"], h.pesan))
        transaction.set_rollback(True)
