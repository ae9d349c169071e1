"""Kisi rekap tahunan lembaga dan PKK, per kecamatan atau per desa."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from core import audit
from core.grid import (
    BarisKisi,
    Grid,
    Hasil,
    KolomKisi,
    ModelGrid,
    Saringan,
    Ubahan,
)
from core.querysets import parse_nomor
from villages.actions import jumlahkan
from villages.kode import pesan_bps
from villages.models import (
    Desa,
    Kecamatan,
    KegiatanPkk,
    RekapLembaga,
    RincianLembaga,
)
from villages.models.lembaga import LEMBAGA, RINCI
from villages.sources import kode_lama, nama_kecamatan

SemuaKolom = tuple[KolomKisi, ...]
Pasangan = tuple[str, str]
JUDUL_KECAMATAN = ("Nama kecamatan",)
KODE_KECAMATAN = ("Kode kecamatan",)


def kolom_model(
    model: Any,
    nama: str,
    kelompok: str = "",
    label: str = "",
) -> KolomKisi:
    sebutan = label or str(model._meta.get_field(nama).verbose_name)
    berkapital = sebutan[:1].upper() + sebutan[1:]
    return KolomKisi(nama, berkapital, kelompok=kelompok, is_jumlah=True)


def _hitungan(model: Any) -> SemuaKolom:
    lembaga = [kolom_model(model, nama, "Lembaga") for nama in LEMBAGA]
    rinci = [kolom_model(model, nama, "Rincian yang dipakai IKK") for nama in RINCI]
    return (*lembaga, *rinci)


class WilayahGrid(Grid):
    """Kisi yang barisnya kecamatan atau desa: kode edisi lain pun dikenali."""

    is_berformulir = True

    def kode_lama(self) -> dict[str, str]:
        return kode_lama(self.kabupaten, self.tahun)

    def pesan_asing(self, teks: str) -> str:
        """Kode BPS disebut sebagai kode BPS."""
        return pesan_bps(teks) or super().pesan_asing(teks)


class WilayahModelGrid(WilayahGrid, ModelGrid):
    """Barisnya berkode dan bernama menurut tahunnya; nama kini tetap dikenali lembar."""

    def label(self, induk: Any) -> str:
        return str(induk.nama_saat)

    def row(self, induk: Any, obj: Any, sebab: str) -> BarisKisi:
        baris = super().row(induk, obj, sebab)
        baris.kode = induk.kode_saat
        if induk.nama != induk.nama_saat:
            baris.alias = (induk.nama,)
        return baris


# lazimnya satu di tiap desa dan kelurahan; yang lebih mungkin salah ketik, tetapi tidak ditolak
SATU_TIAP_DESA = ("lpm", "pkk", "karang_taruna", "lembaga_adat")
KELURAHAN = replace(kolom_model(RekapLembaga, "jumlah_kelurahan", "Wilayah"), alias=("Kel",))


class RekapLembagaGrid(WilayahModelGrid):
    """Lembaga kemasyarakatan per kecamatan, kolom menurut formulir Data Kelembagaan Desa."""

    model = RekapLembaga
    induk_field = "kecamatan"
    judul = "Rekap lembaga"
    judul_nama = JUDUL_KECAMATAN
    judul_kode = KODE_KECAMATAN
    pengantar = (
        "Isi seperti formulir Data Kelembagaan Desa. Sel kosong berarti belum diketahui dan "
        "kecamatannya belum melapor lengkap; 0 berarti tidak ada."
    )
    kolom = (
        kolom_model(RekapLembaga, "jumlah_desa", "Wilayah"),
        KELURAHAN,
        *_hitungan(RekapLembaga),
    )

    def semua_induk(self) -> QuerySet[Kecamatan]:
        return Kecamatan.objects.visible_to(self.user).on(self.tahun).urut_naskah()

    def row(self, induk: Any, obj: Any, sebab: str) -> BarisKisi:
        """Lembaga yang lebih banyak daripada desanya disebut di samping barisnya."""
        baris = super().row(induk, obj, sebab)
        baris.pesan = _lebih_dari_desa(obj)
        return baris

    def semua_sebab_lock(self, objects: Sequence[Any]) -> dict[int, str]:
        """Yang dijumlahkan dari rincian tidak diisi di sini; selain itu kunci tahunnya."""
        tahun = self.scope_lock()
        hasil = {}
        for i, obj in enumerate(objects):
            hasil[i] = tahun or obj.alasan_rincian
        return hasil


def _lebih_dari_desa(rekap: RekapLembaga) -> str:
    """Peringatan untuk diperiksa; kosong bila wajar."""
    wilayah = (rekap.jumlah_desa, rekap.jumlah_kelurahan)
    if None in wilayah:
        return ""
    desa = sum(wilayah)
    lebih = []
    for nama in SATU_TIAP_DESA:
        banyak = getattr(rekap, nama)
        if banyak is not None and banyak > desa:
            sebutan = RekapLembaga._meta.get_field(nama).verbose_name
            lebih.append(f"{banyak} {sebutan}")
    if not lebih:
        return ""
    return f"Periksa: {', '.join(lebih)} di {desa} desa dan kelurahan."


def saringan_kecamatan(user: Any, tahun: int, kini: str) -> Saringan:
    """Kecamatan yang ada pada tahun itu, dengan namanya saat itu."""
    pilihan = [("", "Semua kecamatan")]
    for kecamatan in Kecamatan.objects.visible_to(user).on(tahun):
        pilihan.append((str(kecamatan.pk), kecamatan.nama_saat))
    return Saringan("kecamatan", "Kecamatan", pilihan, kini)


def tersaring(grid: Grid, rows: Any) -> Any:
    """Desa satu kecamatan bila disaring, selain itu semuanya."""
    kecamatan = parse_nomor(grid.params.get("kecamatan", ""))
    if kecamatan is not None:
        return rows.filter(kecamatan_saat=kecamatan)
    return rows


class RincianLembagaGrid(WilayahModelGrid):
    """Lembaga per desa dan kelurahan; kecamatan yang lengkap dijumlahkan dari sini."""

    model = RincianLembaga
    pembagi = "kecamatan"
    induk_field = "desa"
    judul = "Rincian lembaga per desa"
    judul_baris = "Desa/kelurahan"
    judul_nama = ("Desa", "Kelurahan", "Nama desa", "Nama desa/kelurahan", "Desa dan kelurahan")
    judul_kode = ("Kode desa", "Kode desa/kelurahan")
    pembeda = ("kecamatan",)
    pengantar = (
        "Tidak wajib. Begitu semua desa dan kelurahan satu kecamatan terisi, "
        "baris kecamatannya menjadi jumlahnya. Sel kosong berarti belum diketahui, 0 tidak ada."
    )
    kolom = (
        KolomKisi("kecamatan", "Kecamatan", "baca", alias=JUDUL_KECAMATAN),
        *_hitungan(RincianLembaga),
    )

    def filters(self) -> list[Saringan]:
        return [saringan_kecamatan(self.user, self.tahun, self.params.get("kecamatan", ""))]

    def semua_induk(self) -> QuerySet[Desa]:
        rows = Desa.objects.visible_to(self.user).on(self.tahun)
        return tersaring(self, rows)

    @cached_property
    def kecamatan(self) -> dict[int, str]:
        return nama_kecamatan(self.kabupaten, self.tahun)

    def row(self, induk: Any, obj: Any, sebab: str) -> BarisKisi:
        baris = super().row(induk, obj, sebab)
        baris.isi["kecamatan"] = self.kecamatan[induk.kecamatan_saat]
        return baris

    def write(self, ubahan: Sequence[Ubahan], *, note: str = "") -> list[Hasil]:
        """Sesudah tersimpan, kecamatan yang tersentuh dijumlahkan sekali."""
        with audit.locked(self.kabupaten.kode):
            hasil = super().write(ubahan, note=note)
            desa = {int(u.kunci) for u in ubahan}
            induk = Desa.objects.saat(self.tahun).filter(pk__in=desa).values("kecamatan_saat")
            for kecamatan in Kecamatan.objects.visible_to(self.user).filter(pk__in=induk):
                jumlahkan(kecamatan=kecamatan, tahun=self.tahun, by=self.user)
        return hasil


PENDIDIKAN = "Pendidikan dan keterampilan"
PAKET_BELAJAR = (
    ("paket_a", "Paket A"),
    ("paket_b", "Paket B"),
    ("paket_c", "Paket C"),
    ("kf", "KF"),
)
BKB = (
    ("bkb", "Kelompok"),
    ("bkb_peserta", "Peserta"),
    ("bkb_ape", "APE (set)"),
    ("bkb_simulasi", "Simulasi"),
)
KADER = (
    ("tutor_kf", "Tutor KF"),
    ("tutor_paud", "Tutor PAUD"),
    ("kader_bkb", "BKB"),
    ("kader_koperasi", "Koperasi"),
    ("kader_keterampilan", "Keterampilan"),
)
DILATIH = (
    ("latih_lp3pkk", "LP3PKK"),
    ("latih_tpk3pkk", "TPK3PKK"),
    ("latih_damas", "DAMAS PKK"),
)
UP2K = (
    ("up2k_pemula", "Pemula"),
    ("up2k_madya", "Madya"),
    ("up2k_utama", "Utama"),
    ("up2k_mandiri", "Mandiri"),
)
KOPERASI = (("koperasi", "Kelompok"), ("koperasi_anggota", "Anggota"))


def _pkk(kelompok: str, *kolom: Pasangan) -> SemuaKolom:
    hasil = []
    for nama, label in kolom:
        hasil.append(kolom_model(KegiatanPkk, nama, kelompok, label))
    return tuple(hasil)


def _berorang(kolom: Iterable[Pasangan], orang: str) -> Iterator[Pasangan]:
    """Tiap kelompok diikuti banyak `orang` di dalamnya."""
    for nama, label in kolom:
        yield nama, f"{label}, kelompok"
        yield f"{nama}_{orang}", f"{label}, {orang}"


class KegiatanPkkGrid(WilayahModelGrid):
    """Data Kegiatan PKK Pokja II per kecamatan, semua kolom formulirnya."""

    model = KegiatanPkk
    induk_field = "kecamatan"
    judul = "Kegiatan PKK Pokja II"
    judul_nama = JUDUL_KECAMATAN
    judul_kode = KODE_KECAMATAN
    pengantar = (
        "Satu baris per kecamatan seperti formulir Data Kegiatan PKK. "
        "Kosong berarti belum dilaporkan."
    )
    kolom = (
        *_pkk(PENDIDIKAN, ("buta_aksara", "Warga masih buta aksara")),
        *_pkk(
            "Kelompok belajar",
            *_berorang(PAKET_BELAJAR, "warga"),
            ("paud", "PAUD sejenis"),
        ),
        *_pkk(PENDIDIKAN, ("taman_bacaan", "Taman bacaan/perpustakaan")),
        *_pkk("BKB", *BKB),
        *_pkk("Kader khusus", *KADER),
        *_pkk("Kader yang sudah dilatih", *DILATIH),
        *_pkk("Pra koperasi/usaha bersama/UP2K", *_berorang(UP2K, "peserta")),
        *_pkk("Koperasi berbadan hukum", *KOPERASI),
        KolomKisi("keterangan", "Keterangan", "teks"),
    )

    def semua_induk(self) -> QuerySet[Kecamatan]:
        return Kecamatan.objects.visible_to(self.user).on(self.tahun).urut_naskah()
