from django.urls import path

from core.urls import READ, crud_urls
from documents.urls import document_urls
from documents.views.bukti import BuktiDownload
from kinerja import filters, forms, tables
from kinerja.models import (
    AngkaTercetak,
    BagianLkjip,
    BuktiRealisasi,
    EvaluasiAkip,
    Indikator,
    Kegiatan,
    Lkjip,
    NaskahBaku,
    PeriodeRenstra,
    Program,
    Realisasi,
    RekapPegawai,
    Rekomendasi,
    Sasaran,
    SkalaPredikat,
    SubKegiatan,
    Target,
    TingkatPredikat,
)
from kinerja.tables.rencana import (
    IndikatorTambahanTable,
    PengukuranKegiatanTable,
    PengukuranProgramTable,
    PengukuranSubTable,
    PerubahanTargetTable,
)
from kinerja.urls import naskah, rencana
from kinerja.views import dasbor, data, lkjip
from kinerja.views import rencana as halaman

ACUAN = ("list", "detail")  # data acuan bersama dimuat dengan perintah, tidak disunting lewat halaman

perencanaan = [
    *crud_urls(
        PeriodeRenstra,
        prefix="periode",
        form_class=forms.PeriodeRenstraForm,
        table_class=tables.PeriodeRenstraTable,
        filterset_class=filters.PeriodeRenstraFilter,
        related=("skala", "perangkat_daerah__kabupaten"),
        panels={"sasaran_set": tables.SasaranTable},
    ),
    *crud_urls(
        Sasaran,
        prefix="sasaran",
        form_class=forms.SasaranForm,
        table_class=tables.SasaranTable,
        filterset_class=filters.SasaranFilter,
        related=("periode",),
        panels={"indikator_set": tables.IndikatorTable},
    ),
    *crud_urls(
        Indikator,
        prefix="indikator",
        form_class=forms.IndikatorForm,
        table_class=tables.IndikatorTable,
        filterset_class=filters.IndikatorFilter,
        related=("sasaran__periode", "penanggung_jawab"),
        panels={"target_set": tables.TargetTable, "realisasi_set": tables.RealisasiTable},
        custom={"detail": dasbor.IndikatorDetail},
    ),
    *crud_urls(
        Target,
        prefix="target",
        form_class=forms.TargetForm,
        table_class=tables.TargetTable,
        filterset_class=filters.TargetFilter,
        related=("indikator", "tingkat"),
        panels={"perubahan": PerubahanTargetTable},
        custom={"create": data.TargetCreate, "update": data.TargetUpdate},
    ),
]

pengukuran = [
    *crud_urls(
        Realisasi,
        prefix="realisasi",
        form_class=forms.RealisasiForm,
        table_class=tables.RealisasiListTable,
        filterset_class=filters.RealisasiFilter,
        related=("indikator",),
        panels={"bukti": tables.BuktiRealisasiTable},
        custom={
            "list": data.RealisasiList,
            "detail": data.RealisasiDetail,
            "create": data.RealisasiCreate,
            "update": data.RealisasiUpdate,
        },
    ),
    *crud_urls(
        BuktiRealisasi,
        prefix="bukti",
        only=(*READ, "delete"),
        table_class=tables.BuktiListTable,
        filterset_class=filters.BuktiRealisasiFilter,
        related=("realisasi__indikator",),
    ),
    path(
        "bukti/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiRealisasi),
        name="buktirealisasi_download",
    ),
    *crud_urls(
        EvaluasiAkip,
        prefix="evaluasi-akip",
        form_class=forms.EvaluasiAkipForm,
        table_class=tables.EvaluasiAkipTable,
        filterset_class=filters.EvaluasiAkipFilter,
        related=("kabupaten",),
        panels={"rekomendasi_set": tables.RekomendasiTable},
        custom={"detail": data.EvaluasiAkipDetail},
    ),
    *crud_urls(
        Rekomendasi,
        prefix="rekomendasi",
        form_class=forms.RekomendasiForm,
        table_class=tables.RekomendasiTable,
        filterset_class=filters.RekomendasiFilter,
        related=("evaluasi",),
    ),
    *crud_urls(
        AngkaTercetak,
        prefix="angka-tercetak",
        form_class=forms.AngkaTercetakForm,
        table_class=tables.AngkaTercetakTable,
        filterset_class=filters.AngkaTercetakFilter,
    ),
]

anggaran = [
    *crud_urls(
        Program,
        prefix="program",
        form_class=forms.ProgramForm,
        table_class=tables.ProgramTable,
        filterset_class=filters.ProgramFilter,
        panels={
            "kegiatan_set": tables.KegiatanTable,
            "tambahan": IndikatorTambahanTable,
            "pengukuran": PengukuranProgramTable,
        },
        custom={"list": data.ProgramList, "detail": data.ProgramDetail},
    ),
    *crud_urls(
        Kegiatan,
        prefix="kegiatan",
        form_class=forms.KegiatanForm,
        table_class=tables.KegiatanTable,
        filterset_class=filters.KegiatanFilter,
        related=("program",),
        panels={
            "subkegiatan_set": tables.SubKegiatanTable,
            "tambahan": IndikatorTambahanTable,
            "pengukuran": PengukuranKegiatanTable,
        },
        custom={"list": data.KegiatanList, "detail": data.KegiatanDetail},
    ),
    *crud_urls(
        SubKegiatan,
        prefix="sub-kegiatan",
        form_class=forms.SubKegiatanForm,
        table_class=tables.SubKegiatanTable,
        filterset_class=filters.SubKegiatanFilter,
        related=("kegiatan__program__perangkat_daerah", "penanggung_jawab", "induk"),
        panels={"pengukuran": PengukuranSubTable},
        custom={"list": data.SubKegiatanList, "detail": halaman.SubKegiatanDetail},
    ),
    *crud_urls(
        RekapPegawai,
        prefix="pegawai",
        form_class=forms.RekapPegawaiForm,
        table_class=tables.RekapPegawaiTable,
        filterset_class=filters.RekapPegawaiFilter,
    ),
]

acuan = [
    *crud_urls(
        SkalaPredikat,
        prefix="skala",
        only=ACUAN,
        table_class=tables.SkalaPredikatTable,
        filterset_class=filters.SkalaPredikatFilter,
        panels={"tingkatpredikat_set": tables.TingkatPredikatTable},
    ),
    *crud_urls(
        TingkatPredikat,
        prefix="tingkat",
        only=ACUAN,
        table_class=tables.TingkatPredikatTable,
        filterset_class=filters.TingkatPredikatFilter,
        related=("skala",),
    ),
    *crud_urls(
        NaskahBaku,
        prefix="naskah-baku",
        only=ACUAN,
        table_class=tables.NaskahBakuTable,
        filterset_class=filters.NaskahBakuFilter,
    ),
]

laporan = [
    path("", dasbor.beranda_dasbor, name="dasbor"),
    *crud_urls(
        Lkjip,
        prefix="lkjip",
        form_class=forms.LkjipForm,
        table_class=tables.LkjipTable,
        filterset_class=filters.LkjipFilter,
        related=("kabupaten", "pengesahan", "submitted_by", "approved_by", "signed_by", "reviewed_by"),
        custom={"create": lkjip.LkjipCreate, "detail": lkjip.LkjipDetail},
    ),
    *document_urls(Lkjip, prefix="lkjip", has_sheet=False),
    *crud_urls(
        BagianLkjip,
        prefix="lkjip/bagian",
        only=("detail", "update", "history"),
        form_class=forms.BagianLkjipForm,
        custom={"detail": lkjip.BagianDetail, "update": lkjip.BagianUpdate},
    ),
]

app_name = "kinerja"
urlpatterns = [*laporan, *perencanaan, *pengukuran, *anggaran, *acuan, *rencana.urlpatterns, *naskah.urlpatterns]
