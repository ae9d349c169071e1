"""Kisi rekap tahunan lembaga dan PKK, per kecamatan atau per desa."""

from collections.abc import Iterable, Sequence
from typing import Any

from core import audit
from core.grid import Grid, Hasil, KolomKisi, ModelGrid, Saringan, Ubahan
from villages.actions import jumlahkan
from villages.models import Desa, Kecamatan, KegiatanPkk, RekapLembaga, RincianLembaga
from villages.models.lembaga import LEMBAGA, RINCI
from villages.sources import kode_lama


def kolom_model(model: Any, nama: str, kelompok: str = "", label: str = "") -> KolomKisi:
    label = label or str(model._meta.get_field(nama).verbose_name)
    return KolomKisi(nama, label[:1].upper() + label[1:], kelompok=kelompok, is_jumlah=True)


def _hitungan(model: Any) -> tuple[KolomKisi, ...]:
    return (
        *(kolom_model(model, nama, "Lembaga") for nama in LEMBAGA),
        *(kolom_model(model, nama, "Rincian yang dipakai IKK") for nama in RINCI),
    )


class WilayahGrid(Grid):
    """Kisi yang barisnya kecamatan atau desa: kode edisi lama pun dikenali."""

    def kode_lama(self) -> dict[str, str]:
        return kode_lama(self.kabupaten)


class RekapLembagaGrid(WilayahGrid, ModelGrid):
    """Lembaga kemasyarakatan per kecamatan, kolom menurut formulir Data Kelembagaan Desa."""

    model = RekapLembaga
    parent_field = "kecamatan"
    judul = "Rekap lembaga"
    pengantar = "Isi seperti formulir Data Kelembagaan Desa. Kecamatan tanpa angka belum melapor; 0 berarti tidak ada."
    kolom = (
        *(
            kolom_model(RekapLembaga, nama, "Wilayah")
            for nama in ("jumlah_desa", "jumlah_kelurahan")
        ),
        *_hitungan(RekapLembaga),
    )

    def parents(self) -> Iterable[Kecamatan]:
        return Kecamatan.objects.visible_to(self.user).on(self.tahun).urut_naskah()

    def lock_reasons(self, objects: Sequence[Any]) -> dict[int, str]:
        """Yang dijumlahkan dari rincian tidak diisi di sini; selain itu kunci tahunnya sama bagi semua."""
        tahun = self.scope_lock()
        return {i: tahun or obj.alasan_rincian for i, obj in enumerate(objects)}


def saringan_kecamatan(user: Any, kini: str) -> Saringan:
    pilihan = [(str(k.pk), k.nama) for k in Kecamatan.objects.visible_to(user).berlaku()]
    return Saringan("kecamatan", "Kecamatan", [("", "Semua kecamatan"), *pilihan], kini)


class RincianLembagaGrid(WilayahGrid, ModelGrid):
    """Lembaga per desa dan kelurahan; kecamatan yang semua desanya melapor dijumlahkan dari sini."""

    model = RincianLembaga
    parent_field = "desa"
    judul = "Rincian lembaga per desa"
    judul_baris = "Desa/kelurahan"
    judul_abai = ("Kecamatan",)
    pengantar = "Tidak wajib. Begitu semua desa dan kelurahan satu kecamatan terisi, baris kecamatannya menjadi jumlahnya."
    kolom = (KolomKisi("kecamatan", "Kecamatan", "baca"), *_hitungan(RincianLembaga))

    def filters(self) -> list[Saringan]:
        return [saringan_kecamatan(self.user, self.params.get("kecamatan", ""))]

    def parents(self) -> Iterable[Desa]:
        rows = Desa.objects.visible_to(self.user).on(self.tahun).select_related("kecamatan")
        kecamatan = self.params.get("kecamatan", "")
        return rows.filter(kecamatan_saat=kecamatan) if kecamatan.isdecimal() else rows

    def row(self, parent: Any, obj: Any, reason: str) -> Any:
        baris = super().row(parent, obj, reason)
        baris.isi["kecamatan"] = parent.kecamatan.nama
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


BUTA, PAKET, BKB, KADER, DILATIH = (
    "Pendidikan dan keterampilan", "Kelompok belajar", "BKB", "Kader khusus", "Kader yang sudah dilatih",
)  # fmt: skip
UP2K, KOPERASI = "Pra koperasi/usaha bersama/UP2K", "Koperasi berbadan hukum"


PAKET_BELAJAR = (
    ("paket_a", "Paket A"),
    ("paket_b", "Paket B"),
    ("paket_c", "Paket C"),
    ("kf", "KF"),
)


def _pkk(kelompok: str, *kolom: tuple[str, str]) -> tuple[KolomKisi, ...]:
    return tuple(kolom_model(KegiatanPkk, nama, kelompok, label) for nama, label in kolom)


class KegiatanPkkGrid(WilayahGrid, ModelGrid):
    """Data Kegiatan PKK Pokja II per kecamatan, semua kolom formulirnya."""

    model = KegiatanPkk
    parent_field = "kecamatan"
    judul = "Kegiatan PKK Pokja II"
    pengantar = "Satu baris per kecamatan seperti formulir Data Kegiatan PKK. Kosong berarti belum dilaporkan."
    kolom = (
        *_pkk(BUTA, ("buta_aksara", "Warga masih buta aksara")),
        *_pkk(
            PAKET,
            *(
                (f"{nama}{akhir}", f"{judul}, {apa}")
                for nama, judul in PAKET_BELAJAR
                for akhir, apa in (("", "kelompok"), ("_warga", "warga"))
            ),
            ("paud", "PAUD sejenis"),
        ),
        *_pkk(BUTA, ("taman_bacaan", "Taman bacaan/perpustakaan")),
        *_pkk(
            BKB,
            ("bkb", "Kelompok"), ("bkb_peserta", "Peserta"), ("bkb_ape", "APE (set)"), ("bkb_simulasi", "Simulasi"),
        ),
        *_pkk(
            KADER,
            ("tutor_kf", "Tutor KF"), ("tutor_paud", "Tutor PAUD"), ("kader_bkb", "BKB"),
            ("kader_koperasi", "Koperasi"), ("kader_keterampilan", "Keterampilan"),
        ),
        *_pkk(DILATIH, ("latih_lp3pkk", "LP3PKK"), ("latih_tpk3pkk", "TPK3PKK"), ("latih_damas", "DAMAS PKK")),
        *_pkk(
            UP2K,
            *(
                (f"up2k_{nama}{akhir}", f"{nama.title()}, {apa}")
                for nama in ("pemula", "madya", "utama", "mandiri")
                for akhir, apa in (("", "kelompok"), ("_peserta", "peserta"))
            ),
        ),
        *_pkk(KOPERASI, ("koperasi", "Kelompok"), ("koperasi_anggota", "Anggota")),
        KolomKisi("keterangan", "Keterangan", "teks"),
    )  # fmt: skip

    def parents(self) -> Iterable[Kecamatan]:
        return Kecamatan.objects.visible_to(self.user).on(self.tahun).urut_naskah()
