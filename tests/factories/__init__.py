"""Pembuat baris uji yang pendek; setiap pembuat menerima kolom apa pun untuk ditukar."""

from tests.factories.akip import make_akip, make_evaluasi, make_pedoman_akip
from tests.factories.idm import make_idm, make_instrumen, make_isian, make_penetapan
from tests.factories.kantor import (
    SANDI,
    TAHUN,
    make_bidang,
    make_kabupaten,
    make_kantor,
    make_pejabat,
    make_user,
    make_users,
)
from tests.factories.kinerja import (
    make_dpa,
    make_indikator,
    make_lkjip,
    make_program,
    make_realisasi,
    make_rencana,
    make_sasaran,
    make_sub,
    make_target,
)
from tests.factories.reviu import (
    make_bukti_balasan,
    make_catatan,
    make_meja,
    make_pedoman,
    make_reviu,
)
from tests.factories.wilayah import make_desa, make_kecamatan, make_wilayah

__all__ = [
    "SANDI",
    "TAHUN",
    "make_akip",
    "make_bidang",
    "make_bukti_balasan",
    "make_catatan",
    "make_desa",
    "make_dpa",
    "make_evaluasi",
    "make_idm",
    "make_indikator",
    "make_instrumen",
    "make_isian",
    "make_kabupaten",
    "make_kantor",
    "make_kecamatan",
    "make_lkjip",
    "make_meja",
    "make_pedoman",
    "make_pedoman_akip",
    "make_pejabat",
    "make_penetapan",
    "make_program",
    "make_realisasi",
    "make_rencana",
    "make_reviu",
    "make_sasaran",
    "make_sub",
    "make_target",
    "make_user",
    "make_users",
    "make_wilayah",
]
