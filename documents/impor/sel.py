"""Satu sel lembar kerja dibandingkan dengan isi kisi: sama, ubahan, atau masalah."""

from decimal import Decimal

from core.angka import bulatkan, format_angka, is_setrip, ringkas
from core.forms import is_terlalu_panjang
from core.grid import BarisKisi, Grid, KolomKisi
from documents.impor.kepala import judul
from documents.impor.penerima import Hasil, Kesalahan, normal
from documents.pembaca import Sel

TERTELITI = 6  # desimal; selebihnya pada lembar kerja sisa hitungan biner


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
    if is_strip(sel, kolom):
        hasil.record_strip(lembar, judul(kolom), tempat)
    if masalah:
        kesalahan = Kesalahan(
            lembar=lembar,
            sel=tempat,
            isi=sel.isi,
            pesan=masalah,
        )
        hasil.kesalahan.append(kesalahan)
        return
    lama = kolom.tulisan(row.isi.get(kolom.nama))
    baru = tulisan
    if lama and not tulisan:
        baru = grid.tulisan_kosong(kolom)
    if _is_sama(grid, row, kolom, lama, baru):
        hasil.sama += 1
        return
    ubahan = {
        "kunci": row.kunci,
        "kolom": kolom.nama,
        "lama": lama,
        "baru": tulisan,
        "baris": row.label,
        "judul": judul(kolom),
        "lembar": lembar,
        "sel": tempat,
    }
    hasil.ubahan.append(ubahan)


def _is_sama(
    grid: Grid,
    row: BarisKisi,
    kolom: KolomKisi,
    lama: str,
    baru: str,
) -> bool:
    """Ditulis lain tetapi bernilai sama bukan ubahan."""
    if lama == baru:
        return True
    try:
        nilai = grid.parse(row, kolom, baru)
        return kolom.tulisan(nilai) == lama
    except Exception:
        return False


def teks(sel: Sel, kolom: KolomKisi) -> tuple[str, str]:
    """Tulisan sel sebagaimana akan diketik, dan masalahnya bila tidak dapat dipakai."""
    masalah = _masalah(sel, kolom)
    if masalah:
        return "", masalah
    if kolom.jenis == "pilihan":
        pilihan = {normal(label): nilai for nilai, label in kolom.pilihan}
        label = normal(sel.isi)
        return pilihan.get(label, sel.isi), ""
    if sel.jenis in {"angka", "persen"}:
        angka = _angka(sel)
        satuan = _satuan(sel, kolom)
        return _bersatuan(angka, satuan), ""
    if is_strip(sel, kolom):
        return "", ""
    return sel.isi, ""


def is_strip(sel: Sel, kolom: KolomKisi) -> bool:
    """Tanda setrip pada kolom angka."""
    return kolom.is_angka and is_setrip(sel.isi)


def tanpa_strip(sel: Sel, kolom: KolomKisi) -> Sel:
    """Tanda setrip pada kolom tulisan dibaca kosong."""
    if is_setrip(sel.isi) and not kolom.is_angka:
        return Sel()
    return sel


def _satuan(sel: Sel, kolom: KolomKisi) -> str:
    """Satuan bentuk angkanya, untuk dicocokkan kolomnya; `Rp` pada uang hanya hiasan."""
    if not kolom.is_angka:
        return ""
    if sel.jenis == "persen":
        return "%"
    is_uang = sel.satuan.rstrip(".").lower() == "rp"
    if is_uang and kolom.jenis == "rupiah":
        return ""
    return sel.satuan


def _bersatuan(angka: str, satuan: str) -> str:
    """`Rp 5` dan `5 Dokumen`, seperti diketik orang."""
    if satuan.lower().startswith("rp"):
        return f"{satuan} {angka}"
    return f"{angka} {satuan}".strip()


def _masalah(sel: Sel, kolom: KolomKisi) -> str:
    """Mengapa selnya tidak dapat dipakai; kosong bila dapat."""
    if sel.jenis == "rumus":
        return pesan_rumus(sel.isi)
    if sel.jenis == "galat":
        return f"Sel ini bernilai galat {sel.isi}."
    if sel.jenis == "tanggal" and kolom.is_angka:
        return (
            f"Isinya sudah berubah menjadi tanggal ({sel.isi}) di lembar kerja; "
            "ketik ulang sebagai angka."
        )
    return ""


def pesan_rumus(isi: str) -> str:
    """Rumus yang hasilnya tidak tersimpan di berkasnya."""
    return f"Sel ini rumus ({isi}). Tempel sebagai nilai, lalu unggah lagi."


def _angka(sel: Sel) -> str:
    """Angka lembar kerja cara Indonesia; sel berformat persen dikalikan seratus."""
    nilai = Decimal(sel.isi)
    if sel.jenis == "persen":
        nilai *= 100
    if is_terlalu_panjang(nilai):
        return str(nilai)
    if nilai % 1:
        return ringkas(bulatkan(nilai, TERTELITI))
    return format_angka(nilai.to_integral_value())
