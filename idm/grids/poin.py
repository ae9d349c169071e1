"""Kisi desa × dimensi Indeks Desa."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from core.forms import AngkaField
from core.grid import BarisKisi, KolomKisi
from core.grid.pengubah import stored_or_new
from idm import scoring
from idm.actions.dimensi import instrumen_dimensi, store_poin
from idm.grids.dasar import BerlakuGrid, berlaku
from idm.models import IndeksDesa, Instrumen, PoinDimensi
from idm.models.berlaku import per_desa
from idm.scoring import DESIMAL_DIMENSI
from villages.models import Desa

Poin = dict[int, Any]  # menurut dimensinya

Isi = dict[str, Any]  # menurut nama kolomnya


class PoinGrid(BerlakuGrid):
    """Draf poin tiap dimensi Indeks Desa; skor dan statusnya terhitung begitu semuanya terisi."""

    model = PoinDimensi
    judul = "Indeks Desa per dimensi"
    pengantar = (
        "Poin tiap dimensi menurut hasil pendataan. "
        "Skor = jumlah poin / jumlah poin tertinggi × 100. "
        "Isiannya draf; Indeks Desa yang berlaku berganti sesudah diverifikasi. "
        "Status Indeks Desa tidak dibandingkan dengan status IDM."
    )

    @cached_property
    def instrumen(self) -> Instrumen | None:
        """Dibaca sekali tiap kisi."""
        return instrumen_dimensi(self.tahun)

    @cached_property
    def dimensi(self) -> list[Any]:
        """Kosong bila tahun itu tanpa instrumen berdimensi."""
        if self.instrumen:
            return list(self.instrumen.dimensiindeks_set.all())
        return []

    @cached_property
    def _per_nama(self) -> Isi:
        """Dimensi menurut nama kolomnya."""
        per_nama = {}
        for satu in self.dimensi:
            per_nama[f"d{satu.posisi}"] = satu
        return per_nama

    @cached_property
    def _columns(self) -> list[KolomKisi]:
        """Hitungannya di belakang poin yang menyusunnya."""
        poin = [_kolom_poin(d) for d in self.dimensi]
        hitung = [
            KolomKisi(nama="skor", label="Skor draf", jenis="hitung", alias=("Skor",)),
            KolomKisi(nama="status", label="Status draf", jenis="baca", alias=("Status",)),
            KolomKisi(
                nama="berlaku",
                label="Indeks Desa berlaku",
                jenis="baca",
            ),
        ]
        return [*poin, *hitung]

    def columns(self) -> Sequence[KolomKisi]:
        """Tetap selama satu permintaan."""
        return self._columns

    def rows(self) -> list[BarisKisi]:
        """Draf poin tiap desa, dan Indeks Desa yang berlaku di sampingnya."""
        if self.instrumen is None:
            return []
        desa = self.desa()
        saring = {"desa__in": desa, "tahun": self.tahun}
        poin = self._poin(saring)
        hasil = per_desa(IndeksDesa.objects.filter(**saring))
        sebab_lock = PoinDimensi.lock_for(self.kabupaten.kode, self.tahun)
        ambang = self.instrumen.ambang()
        baris = []
        for satu in desa:
            milik = poin.get(satu.pk, {})
            berlaku_kini = hasil.get(satu.pk)
            baris_desa = self._baris(satu, milik, berlaku_kini, sebab_lock, ambang)
            baris.append(baris_desa)
        return baris

    def _poin(self, saring: Isi) -> dict[int, Poin]:
        """Poin tiap dimensi menurut desanya."""
        poin: dict[int, Poin] = {}
        tercatat = PoinDimensi.objects.filter(**saring, dimensi__in=self.dimensi)
        for row in tercatat:
            milik = poin.setdefault(row.desa_id, {})
            milik[row.dimensi_id] = row.poin
        return poin

    def _baris(
        self,
        desa: Desa,
        poin: Poin,
        hasil: IndeksDesa | None,
        sebab_lock: str,
        ambang: Any,
    ) -> BarisKisi:
        """Poin satu desa dengan skor sementaranya."""
        isi = {}
        terisi = {}
        maksimum = {}
        for satu in self.dimensi:
            kolom = f"d{satu.posisi}"
            isi[kolom] = poin.get(satu.pk)
            maksimum[satu.kode] = satu.maksimum
            if satu.pk in poin:
                terisi[satu.kode] = poin[satu.pk]
        skor = scoring.skor_dimensi(terisi, maksimum)
        isi |= {
            "skor": skor,
            "status": "" if skor is None else scoring.status(skor, ambang).title(),
            "berlaku": berlaku(hasil, DESIMAL_DIMENSI),
        }
        return self.baris(
            desa,
            isi,
            sebab_lock=sebab_lock,
            gaya="" if poin else "belum",
            obj=desa,
        )

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Any:
        """Poin dimensi kolom itu."""
        dimensi = self._per_nama[kolom.nama]
        return stored_or_new(
            PoinDimensi,
            desa=row.obj,
            tahun=self.tahun,
            dimensi=dimensi,
        )

    def store(self, baris: BarisKisi, nilai: Isi, *, note: str) -> None:
        """Dimensi yang berubah saja."""
        poin = {}
        for nama, isi in nilai.items():
            dimensi = self._per_nama[nama]
            poin[dimensi] = isi
        store_poin(
            desa=baris.obj,
            tahun=self.tahun,
            poin=poin,
            by=self.user,
            note=note,
        )


def _kolom_poin(dimensi: Any) -> KolomKisi:
    """Poin tertingginya disebut pada judul."""
    field = AngkaField(
        required=False,
        min_value=0,
        max_value=dimensi.maksimum,
        max_digits=7,
        decimal_places=2,
        satuan="poin",
    )
    return KolomKisi(
        nama=f"d{dimensi.posisi}",
        label=f"{dimensi.nama} (paling tinggi {dimensi.maksimum})",
        jenis="desimal",
        field=field,
        alias=(dimensi.nama, dimensi.kode),
    )
