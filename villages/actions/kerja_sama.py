"""Keanggotaan kerja sama: satu baris formulir, dan menyalin tahun lalu."""

from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from villages.models import AnggotaKerjaSama, FormulirKerjaSama

Nilai = dict[str, Any]  # menurut nama kolomnya
KEDUANYA = "Isi angka 1 pada satu kolom saja: AKTIF atau TIDAK AKTIF."
MASIH_BERISI = (
    "Desa ini masih punya peraturan, keterangan atau kontak. Bila tidak aktif, isi 1 pada "
    "TIDAK AKTIF; bila bukan anggota lagi, kosongkan dulu kolom lainnya."
)
BUKAN_ANGGOTA = "Isi angka 1 pada AKTIF atau TIDAK AKTIF dulu; desa ini belum menjadi anggota."


def store_anggota(
    *,
    anggota: AnggotaKerjaSama,
    nilai: Nilai,
    by: Any,
    note: str = "",
) -> None:
    """Simpan satu baris formulir; tanpa tanda pada kedua kolom barisnya dihapus: bukan anggota.

    `nilai` memuat `aktif`, `tidak_aktif` (centang), `dokumen`, `keterangan`;
    yang tidak disebut tetap.
    """
    aktif = _keaktifan(anggota, nilai)
    if "dokumen" in nilai:
        anggota.perdes = nilai["dokumen"]
    if "keterangan" in nilai:
        anggota.keterangan = nilai["keterangan"]
    if aktif is None:
        _delete(anggota, nilai, by, note)
        return
    anggota.is_aktif = aktif
    door.save(anggota, by=by, note=note)


def _keaktifan(anggota: AnggotaKerjaSama, nilai: Nilai) -> bool | None:
    """Aktif, tidak aktif, atau `None` bila bukan anggota.

    Satu tanda baru menggeser tanda lama di kolom sebelahnya.
    """
    aktif = nilai.get("aktif")
    tidak = nilai.get("tidak_aktif")
    if aktif and tidak:
        raise ValidationError({"aktif": KEDUANYA, "tidak_aktif": KEDUANYA})
    if aktif or tidak:
        return bool(aktif)
    if anggota.pk is None:
        return None
    lama: bool = anggota.is_aktif
    is_dihapus = aktif is False if lama else tidak is False
    if is_dihapus:
        return None
    return lama


def _delete(anggota: AnggotaKerjaSama, nilai: Nilai, by: Any, note: str) -> None:
    """Desa yang bukan anggota tidak punya baris; yang masih berisi ditolak agar tidak hilang."""
    isian = (
        anggota.perdes,
        anggota.keterangan,
        anggota.kontak,
        anggota.telepon,
    )
    is_berisi = any(isian)
    if anggota.pk is None:
        if is_berisi:
            raise ValidationError(dict.fromkeys(nilai, BUKAN_ANGGOTA))
        return
    if is_berisi:
        raise ValidationError(dict.fromkeys(nilai, MASIH_BERISI))
    door.delete(anggota, by=by, note=note)


def copy_kerja_sama(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Anggota dan keterangan formulir tahun lalu menjadi awal `tahun`; kembaliannya banyak anggota.

    `Refused` bila tahun itu sudah berisi, tahun lalu kosong, atau datanya terkunci.
    """
    with audit.locked(kabupaten.kode):
        lalu = tahun - 1
        semua = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten)
        if semua.filter(tahun=tahun).exists():
            raise Refused(f"Kerja sama tahun {tahun} sudah berisi; yang ada tidak ditimpa.")
        anggota = list(semua.filter(tahun=lalu))
        if not anggota:
            raise Refused(f"Kerja sama tahun {lalu} belum ada, jadi tidak ada yang disalin.")
        for row in (*anggota, *_formulir(kabupaten, lalu, tahun)):
            row.pk = None
            row._state.adding = True
            row.tahun = tahun
            door.save(row, by=by, note=f"Disalin dari {lalu}.")
    return len(anggota)


def _formulir(kabupaten: Kabupaten, lalu: int, tahun: int) -> Any:
    """Keterangan tahun lalu yang belum ada pada `tahun`."""
    semua = FormulirKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten)
    ada = semua.filter(tahun=tahun).values("kerja_sama")
    return semua.filter(tahun=lalu).exclude(kerja_sama__in=ada)
