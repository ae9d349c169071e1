from villages.models.apbdes import AnggaranDesa, RekeningDesa
from villages.models.ikk import AngkaIkk, BerkasIkk, OutcomeIkk, OutputIkk
from villages.models.kerja_sama import (
    AnggotaKerjaSama,
    DokumenKerjaSama,
    FormulirKerjaSama,
    KerjaSama,
    TautanKerjaSama,
)
from villages.models.koperasi import KoperasiDesa
from villages.models.lembaga import RekapLembaga, RincianLembaga
from villages.models.pkk import KegiatanPkk
from villages.models.register import SK_HARI, Lembaga, Pengurus
from villages.models.riwayat import RiwayatKecamatan, RiwayatWilayah
from villages.models.tulisan import AliasNama, BatasDesa, BatasKabupaten, BatasKecamatan
from villages.models.wilayah import Desa, Kecamatan

__all__ = [
    "SK_HARI",
    "AliasNama",
    "AnggaranDesa",
    "AnggotaKerjaSama",
    "AngkaIkk",
    "BatasDesa",
    "BatasKabupaten",
    "BatasKecamatan",
    "BerkasIkk",
    "Desa",
    "DokumenKerjaSama",
    "FormulirKerjaSama",
    "Kecamatan",
    "KegiatanPkk",
    "KerjaSama",
    "KoperasiDesa",
    "Lembaga",
    "OutcomeIkk",
    "OutputIkk",
    "Pengurus",
    "RekapLembaga",
    "RekeningDesa",
    "RincianLembaga",
    "RiwayatKecamatan",
    "RiwayatWilayah",
    "TautanKerjaSama",
]
