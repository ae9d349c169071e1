"""Uji kewajaran bersama: satu baris satu uji, beserta naskah yang menjalankannya."""

from documents.checks.v11_ejaan import ejaan
from documents.uji import Uji
from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v03_desa,
    v04_persen,
    v05_jadwal,
    v06_lengkap,
    v06_sebab,
    v07_rencana,
    v08_arah,
    v08_baris,
    v09_tulisan,
    v10_satuan,
    v11_ejaan,
    v11_simpulan,
    v11_status,
    v11_uang,
    v12_definisi,
    v12_naskah,
    v12_satu_angka,
    v13_tahun,
    v14_kode,
)

DEFINISI = "definisi"  # IKU dan IKK
CAPAIAN = "capaian"
PERJANJIAN = "perjanjian"
RENCANA_AKSI = "rencana aksi"
EVALUASI = "evaluasi"  # juga Formulir E.81
LKJIP = "lkjip"
BERINDIKATOR = (DEFINISI, CAPAIAN, LKJIP)
BERAKSI = (RENCANA_AKSI, EVALUASI, LKJIP)
DIJALANKAN: dict[Uji, tuple[str, ...]] = {
    v01_uang.check: (CAPAIAN, *BERAKSI),
    v01_uang.rincian: (CAPAIAN, PERJANJIAN, *BERAKSI),
    v02_total.check: (LKJIP,),
    v02_total.setahun: (CAPAIAN, LKJIP),
    v02_total.target_indikator: (CAPAIAN, LKJIP),
    v02_total.rencana_aksi: (RENCANA_AKSI, LKJIP),
    v02_total.evaluasi: (EVALUASI, LKJIP),
    v02_total.target_triwulan: BERAKSI,
    v02_total.uang_setahun: (EVALUASI, LKJIP),
    v03_desa.check: (LKJIP,),
    v04_persen.check: (CAPAIAN, EVALUASI, LKJIP),
    v04_persen.evaluasi: (EVALUASI, LKJIP),
    v05_jadwal.check: (RENCANA_AKSI,),
    v05_jadwal.bila_berencana: (LKJIP,),
    v06_lengkap.check: (EVALUASI, LKJIP),
    v06_lengkap.desa: (CAPAIAN, LKJIP),
    v06_sebab.check: (LKJIP,),
    v07_rencana.check: (EVALUASI, LKJIP),
    v07_rencana.sasaran: (RENCANA_AKSI, LKJIP),
    v08_arah.check: BERINDIKATOR,
    v08_baris.check: BERAKSI,
    v09_tulisan.check: BERINDIKATOR,
    v09_tulisan.baris: BERAKSI,
    v10_satuan.check: (*BERINDIKATOR, RENCANA_AKSI, EVALUASI),
    v10_satuan.akip: (LKJIP,),
    v11_simpulan.skala: (CAPAIAN, LKJIP),
    v11_simpulan.kata: (EVALUASI, LKJIP),
    v11_ejaan.isian: BERINDIKATOR,
    ejaan: (DEFINISI, CAPAIAN, PERJANJIAN, RENCANA_AKSI),
    v11_status.check: (EVALUASI, LKJIP),
    v11_uang.check: (EVALUASI, LKJIP),
    v12_satu_angka.check: (CAPAIAN, *BERAKSI),
    v12_satu_angka.batasan: (*BERINDIKATOR, PERJANJIAN),
    v12_definisi.check: (*BERINDIKATOR, PERJANJIAN),
    v12_naskah.check: (*BERINDIKATOR, PERJANJIAN, RENCANA_AKSI, EVALUASI),
    v13_tahun.check: (EVALUASI, LKJIP),
    v13_tahun.berakhir: (LKJIP,),
    v13_tahun.aksi: (RENCANA_AKSI, LKJIP),
    v14_kode.check: (PERJANJIAN, *BERAKSI),
}


def uji_naskah(naskah: str) -> tuple[Uji, ...]:
    """Uji yang dijalankan satu naskah, menurut urutan tabelnya."""
    semua = []
    for satu, yang_menjalankan in DIJALANKAN.items():
        if naskah in yang_menjalankan:
            semua.append(satu)
    return tuple(semua)
