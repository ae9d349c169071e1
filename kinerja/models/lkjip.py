from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import Naskah, naskah_constraints
from documents.snapshot import digest
from kinerja.models.teks import NaskahField


class BagianNaskah(models.TextChoices):
    """Bagian LKjIP menurut urutan cetaknya, dengan judul awalnya."""

    KATA_PENGANTAR = "kata_pengantar", "Kata Pengantar"
    IKHTISAR = "ikhtisar", "Ikhtisar Eksekutif"
    GAMBARAN_UMUM = "gambaran_umum", "Gambaran Umum"
    KEWENANGAN = "kewenangan", "Kewenangan"
    TUGAS_FUNGSI = "tugas_fungsi", "Tugas Pokok dan Fungsi"
    TUGAS_BIDANG = "tugas_bidang", "Pelaksanaan Tugas Tiap Bidang"
    MAKSUD_TUJUAN = "maksud_tujuan", "Maksud dan Tujuan"
    LANDASAN_HUKUM = "landasan_hukum", "Landasan Hukum"
    SARANA = "sarana", "Sarana dan Prasarana"
    ISU_STRATEGIS = "isu_strategis", "Isu Strategis"
    SISTEMATIKA = "sistematika", "Sistematika Penyajian"
    RENSTRA = "renstra", "Rencana Strategis"
    PERJANJIAN_KINERJA = "perjanjian_kinerja", "Perjanjian Kinerja"
    IKU = "iku", "Indikator Kinerja Utama dan Indikator Kinerja Kunci"
    METODE = "metode", "Metode Pengukuran"
    CAPAIAN_PENGANTAR = "capaian_pengantar", "Pengantar Capaian Kinerja"
    STANDAR_NASIONAL = "standar_nasional", "Perbandingan dengan Standar Nasional"
    ANALISIS_PENYEBAB = "analisis_penyebab", "Analisis Penyebab"
    KEBERHASILAN = "keberhasilan", "Faktor Keberhasilan"
    KENDALA = "kendala", "Kendala"
    EFISIENSI = "efisiensi", "Efisiensi Penggunaan Sumber Daya"
    PROGRAM_PENUNJANG = "program_penunjang", "Program yang Menunjang Pencapaian Kinerja"
    KEUANGAN = "keuangan", "Akuntabilitas Keuangan"
    TINDAK_LANJUT = "tindak_lanjut", "Tindak Lanjut Hasil Evaluasi Sebelumnya"
    KESIMPULAN = "kesimpulan", "Kesimpulan"
    SARAN = "saran", "Saran"


# yang tidak setiap kantor punya bahannya; kosong tidak tercetak dan tidak menahan pengajuan
BOLEH_KOSONG = (
    BagianNaskah.TUGAS_BIDANG,
    BagianNaskah.SARANA,
    BagianNaskah.ISU_STRATEGIS,
    BagianNaskah.RENSTRA,
    BagianNaskah.ANALISIS_PENYEBAB,
)


class NaskahBaku(Named):
    """Naskah satu bagian milik kantor sendiri; dipakai sebagai ganti yang disusun dari data."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField("bagian", max_length=40, choices=BagianNaskah)
    judul = models.CharField(max_length=200, blank=True, help_text="Kosong: judul bagiannya.")
    isi = NaskahField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah baku"
        verbose_name_plural = "naskah baku"
        ordering = ["kabupaten", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "kode"],
                name="naskah_baku_unik",
                violation_error_message="Naskah baku bagian ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.judul or BagianNaskah(self.kode).label


class Lkjip(Naskah):
    """Laporan Kinerja Instansi Pemerintah satu tahun (Permenpan-RB 53/2014)."""

    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan LKjIP"
    )

    class Meta:
        verbose_name = "LKjIP"
        verbose_name_plural = "LKjIP"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                condition=Q(menggantikan=None),
                name="lkjip_satu_setahun",
                violation_error_message="LKjIP tahun itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["kabupaten", "nomor"],
                condition=~Q(nomor=""),
                name="lkjip_nomor",
                violation_error_message="Nomor dokumen ini sudah dipakai.",
            ),
            *naskah_constraints("lkjip"),
        ]

    def __str__(self) -> str:
        return f"LKjIP {self.tahun} {self.kabupaten}"


class BagianLkjip(Named):
    """Satu bagian naskah LKjIP yang disunting staf."""

    kabupaten_path = "lkjip__kabupaten"
    induk_lock = "lkjip"

    lkjip = models.ForeignKey(Lkjip, on_delete=models.CASCADE, related_name="bagian")
    kode = models.CharField(max_length=40, editable=False)
    urutan = models.PositiveSmallIntegerField(editable=False)
    judul = models.CharField(max_length=200)
    isi = NaskahField(blank=True)
    sidik_awal = models.CharField(
        "sidik naskah yang disusun dari data", max_length=64, blank=True, editable=False
    )
    sidik_siap = models.CharField(
        "sidik naskah yang dinyatakan siap", max_length=64, blank=True, editable=False
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bagian LKjIP"
        verbose_name_plural = "bagian LKjIP"
        ordering = ["lkjip", "urutan"]
        constraints = [models.UniqueConstraint(fields=["lkjip", "kode"], name="bagian_unik")]

    def __str__(self) -> str:
        return f"{self.judul} — {self.lkjip}"

    @property
    def is_disunting(self) -> bool:
        """Isinya bukan lagi yang disusun dari data."""
        return digest(self.isi) != self.sidik_awal

    @property
    def is_siap(self) -> bool:
        """Dinyatakan siap, dan belum disunting sesudahnya."""
        return bool(self.sidik_siap) and digest(self.isi) == self.sidik_siap

    def tahun_lalu(self) -> "BagianLkjip | None":
        """Bagian yang sama pada LKjIP tahun sebelumnya, bila berisi; penggantinya lebih dahulu."""
        rows = BagianLkjip.objects.filter(
            lkjip__kabupaten=self.lkjip.kabupaten_id,
            lkjip__tahun=self.lkjip.tahun - 1,
            kode=self.kode,
        )
        berisi = rows.exclude(isi="").select_related("lkjip__kabupaten")
        return berisi.order_by("-lkjip").first()
