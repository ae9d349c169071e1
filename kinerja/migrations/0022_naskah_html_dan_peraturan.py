"""Naskah bagian LKjIP menjadi HTML; naskah baku milik kantor; peraturan dengan masa berlakunya.

Isi bagian tidak dikembalikan ke teks: yang sudah disunting sebagai HTML tidak muat di sana. Naskah
baku lama satu untuk semua kantor dan berasal dari aplikasi, maka tidak dipindahkan.
"""

import json
import re
from html import escape
from pathlib import Path

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

RUJUKAN = re.compile(r"\{([a-z0-9_.]+)\}")
ACUAN = Path(__file__).with_name("0022_peraturan.json")
NOMOR = re.compile(r"^\d+\.\s+")


def convert_text(teks):
    """Paragraf dipisah baris kosong; baris `1. …` daftar bernomor, baris `- …` butir."""
    blok = []
    for bagian in re.split(r"\n\s*\n", teks.strip()):
        is_sambungan = False
        for baris in filter(None, map(str.strip, bagian.splitlines())):
            jenis, isi = _baris(baris)
            jenis_lalu, isi_lalu = blok[-1] if blok else ("", [])
            if jenis == "p" and is_sambungan:
                isi_lalu[-1] += f" {isi}"
            elif jenis != "p" and jenis == jenis_lalu:
                isi_lalu.append(isi)
            else:
                blok.append((jenis, [isi]))
            is_sambungan = True
    html = "".join(_tulis(jenis, isi) for jenis, isi in blok)
    return RUJUKAN.sub(r'<span data-angka="\1"></span>', html)


def _baris(baris):
    if NOMOR.match(baris):
        return "ol", NOMOR.sub("", baris)
    if baris.startswith("- "):
        return "ul", baris[2:].strip()
    return "p", baris


def _tulis(jenis, isi):
    aman = [escape(satu, quote=False) for satu in isi]
    if jenis == "p":
        return f"<p>{aman[0]}</p>"
    butir = "".join(f"<li>{satu}</li>" for satu in aman)
    return f"<{jenis}>{butir}</{jenis}>"


def convert_sections(apps, schema_editor):
    """Semua bagian, juga milik LKjIP sah: isi bekunya sendiri tidak berubah."""
    for bagian in apps.get_model("kinerja", "BagianLkjip").objects.all():
        bagian.isi = convert_text(bagian.isi)
        bagian.save(update_fields=["isi"])


def load_regulations(apps, schema_editor):
    """Bagi pemasangan yang sudah berisi, sebagaimana acuannya waktu itu; yang baru dari fixtures/."""
    if not apps.get_model("accounts", "Kabupaten").objects.exists():
        return
    peraturan = apps.get_model("kinerja", "Peraturan")
    for row in json.loads(ACUAN.read_text()):
        peraturan.objects.create(**row["fields"])


BAGIAN = [
    ("kata_pengantar", "Kata Pengantar"),
    ("ikhtisar", "Ikhtisar Eksekutif"),
    ("gambaran_umum", "Gambaran Umum"),
    ("kewenangan", "Kewenangan"),
    ("tugas_fungsi", "Tugas Pokok dan Fungsi"),
    ("maksud_tujuan", "Maksud dan Tujuan"),
    ("landasan_hukum", "Landasan Hukum"),
    ("perjanjian_kinerja", "Perjanjian Kinerja"),
    ("iku", "Indikator Kinerja Utama dan Indikator Kinerja Kunci"),
    ("metode", "Metode Pengukuran"),
    ("capaian_pengantar", "Pengantar Capaian Kinerja"),
    ("standar_nasional", "Perbandingan dengan Standar Nasional"),
    ("analisis_penyebab", "Analisis Penyebab"),
    ("keberhasilan", "Faktor Keberhasilan"),
    ("kendala", "Kendala"),
    ("efisiensi", "Efisiensi Penggunaan Sumber Daya"),
    ("program_penunjang", "Program yang Menunjang Pencapaian Kinerja"),
    ("keuangan", "Akuntabilitas Keuangan"),
    ("tindak_lanjut", "Tindak Lanjut Hasil Evaluasi Sebelumnya"),
    ("kesimpulan", "Kesimpulan"),
    ("saran", "Saran"),
]
HAL = [
    ("sakip", "sistem akuntabilitas kinerja"),
    ("lkjip", "susunan laporan kinerja"),
    ("evaluasi", "evaluasi akuntabilitas kinerja"),
    ("urusan", "pembagian urusan pemerintahan"),
    ("perangkat", "perangkat daerah"),
    ("spm", "standar pelayanan minimal"),
    ("indeks", "indeks perkembangan desa"),
]
TINGKAT = [
    (1, "Undang-Undang"),
    (2, "Peraturan Pemerintah"),
    (3, "Peraturan atau Instruksi Presiden"),
    (4, "Peraturan atau Keputusan Menteri"),
    (5, "Peraturan Daerah"),
    (6, "Peraturan atau Keputusan Kepala Daerah"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_satu_tiap_jenis"),
        ("kinerja", "0021_edisi_nomenklatur"),
    ]

    operations = [
        migrations.DeleteModel(name="NaskahBaku"),
        migrations.CreateModel(
            name="NaskahBaku",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kode", models.CharField(choices=BAGIAN, max_length=40, verbose_name="bagian")),
                ("judul", models.CharField(blank=True, help_text="Kosong: judul bagiannya.", max_length=200)),
                ("isi", models.TextField()),
                ("kabupaten", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.kabupaten")),
            ],
            options={
                "verbose_name": "naskah baku",
                "verbose_name_plural": "naskah baku",
                "ordering": ["kabupaten", "kode"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kabupaten", "kode"),
                        name="naskah_baku_unik",
                        violation_error_message="Naskah baku bagian ini sudah ada.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="bagianlkjip",
            name="sidik_awal",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=64,
                verbose_name="sidik naskah yang disusun dari data",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(convert_sections, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Peraturan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tingkat", models.PositiveSmallIntegerField(choices=TINGKAT)),
                (
                    "nama",
                    models.CharField(
                        help_text="Misalnya Peraturan Bupati Nomor 12 Tahun 2022.",
                        max_length=200,
                        verbose_name="jenis, nomor dan tahun",
                    ),
                ),
                ("tentang", models.CharField(max_length=500)),
                (
                    "perubahan",
                    models.CharField(
                        blank=True,
                        help_text="Misalnya: sebagaimana telah diubah dengan Peraturan Bupati Nomor 3 Tahun 2024.",
                        max_length=500,
                    ),
                ),
                (
                    "tahun_awal",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1945)],
                        verbose_name="berlaku sejak tahun",
                    ),
                ),
                (
                    "tahun_akhir",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Kosong selama masih berlaku.",
                        null=True,
                        verbose_name="berlaku sampai tahun",
                    ),
                ),
                ("hal", models.CharField(blank=True, choices=HAL, max_length=10, verbose_name="disebut untuk")),
                ("is_landasan", models.BooleanField(default=True, verbose_name="masuk Landasan Hukum")),
                (
                    "kabupaten",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.kabupaten",
                    ),
                ),
            ],
            options={
                "verbose_name": "peraturan",
                "verbose_name_plural": "peraturan",
                "ordering": ["tingkat", "tahun_awal", "nama"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kabupaten", "nama", "tahun_awal"),
                        name="peraturan_unik",
                        violation_error_message="Peraturan ini untuk tahun itu sudah ada.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kabupaten", None)),
                        fields=("nama", "tahun_awal"),
                        name="peraturan_bersama",
                        violation_error_message="Peraturan acuan ini untuk tahun itu sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tahun_akhir", None),
                            ("tahun_akhir__gte", models.F("tahun_awal")),
                            _connector="OR",
                        ),
                        name="peraturan_masa",
                        violation_error_message="Akhir masa berlaku mendahului awalnya.",
                    ),
                ],
            },
        ),
        migrations.RunPython(load_regulations, migrations.RunPython.noop),
    ]
