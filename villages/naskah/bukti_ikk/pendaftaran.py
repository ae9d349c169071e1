"""Pendaftaran berkas bukti IKK."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from villages.naskah.bukti_ikk.checks import UJI
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, lift_bukti
from villages.naskah.bukti_ikk.lembar.susunan import susunan
from villages.naskah.bukti_ikk.lembar.tabel import berkas
from villages.naskah.bukti_ikk.reports.bukti_ikk import compose, missing, read

JENIS: dict[str, JenisNaskah[Any]] = {
    "villages.BerkasIkk": JenisNaskah(
        TABULAR,
        IsiBuktiIkk,
        read,
        compose,
        missing,
        UJI,
        "Bukti IKK",
        berkas,
        susunan,
        lift={1: lift_bukti},
        locks=lambda berkas: ("wilayah",),
        sumber=(("villages.RekapLembaga", "tahun"), ("villages.KegiatanPkk", "tahun")),
    ),
}
