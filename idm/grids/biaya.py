"""Kisi biaya tiap langkah IDM."""

from collections.abc import Sequence
from typing import Any

from django import forms

from core.forms import RupiahField
from core.grid import BarisKisi, Grid, KolomKisi
from core.grid.pengubah import stored_or_new
from idm.actions.biaya import store_biaya
from idm.actions.isian import instrumen_tahun, rubrik
from idm.models import BiayaLangkah


class BiayaGrid(Grid):
    """Perkiraan biaya menaikkan satu indikator satu desa ke tiap skor.

    Kosong berarti belum diketahui.
    """

    model = BiayaLangkah
    judul = "Biaya langkah"
    judul_baris = "Indikator"
    pengantar = (
        "Perkiraan biaya satu langkah ke skor itu, dari skor di bawahnya. Dipakai mencari jalan "
        "termurah; langkah yang biayanya kosong tidak ikut dihitung."
    )
    SKOR = (1, 2, 3, 4, 5)

    def columns(self) -> Sequence[KolomKisi]:
        """Satu kolom tiap skor tujuan."""
        biaya = []
        for skor in self.SKOR:
            biaya.append(
                KolomKisi(
                    nama=f"b{skor}",
                    label=f"Ke skor {skor}",
                    jenis="rupiah",
                    field=_rupiah(),
                )
            )
        return [
            KolomKisi(nama="dimensi", label="Dimensi", jenis="baca"),
            KolomKisi(nama="pelaksana", label="Dapat dibiayai", jenis="baca"),
            *biaya,
        ]

    def rows(self) -> list[BarisKisi]:
        """Satu baris tiap indikator instrumen tahun itu."""
        instrumen = instrumen_tahun(self.tahun)
        if instrumen is None:
            return []
        terlihat = BiayaLangkah.objects.visible_to(self.user)
        biaya = terlihat.per_indikator(self.kabupaten)
        indikator = rubrik(instrumen).values()
        hasil = []
        for satu in indikator:
            diketahui = biaya.get(satu.pk, {})
            baris = self._baris(satu, diketahui)
            hasil.append(baris)
        return hasil

    def _baris(self, indikator: Any, biaya: dict[int, int]) -> BarisKisi:
        """Biaya yang tercatat; skor yang tidak ada pada rubrik tidak dapat diisi."""
        ada = set(indikator.tersedia)
        isi: dict[str, Any] = {
            "dimensi": f"{indikator.indeks} {indikator.dimensi}".strip(),
            "pelaksana": indikator.pelaksana_teks,
        }
        for skor in self.SKOR:
            if skor in ada and skor > min(ada):
                kolom = f"b{skor}"
                isi[kolom] = biaya.get(skor)
        return BarisKisi(
            kunci=str(indikator.pk),
            label=str(indikator),
            isi=isi,
            url=indikator.get_absolute_url(),
            kode=indikator.kode,
            obj=indikator,
        )

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Any:
        """Langkah ke skor kolom itu."""
        skor = int(kolom.nama[1:])
        return stored_or_new(
            BiayaLangkah,
            kabupaten=self.kabupaten,
            indikator=row.obj,
            skor=skor,
        )

    def store(
        self,
        baris: BarisKisi,
        nilai: dict[str, Any],
        *,
        note: str,
    ) -> None:
        """Langkah yang berubah saja."""
        biaya = {}
        for nama, isi in nilai.items():
            biaya[int(nama[1:])] = isi
        store_biaya(
            kabupaten=self.kabupaten,
            indikator=baris.obj,
            biaya=biaya,
            by=self.user,
            note=note,
        )


def _rupiah() -> forms.Field:
    """Boleh kosong: biayanya belum diketahui."""
    return RupiahField(required=False, min_value=0, max_value=10**15)
