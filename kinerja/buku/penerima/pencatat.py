"""Satu baris lembar menjadi satu baris tersimpan: diperiksa formulirnya, ditulis pintunya."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from core import audit, door
from core.audit import Refused
from core.halaman import HALAMAN
from core.models import Named
from documents.actions.jejak import jejak_baris
from documents.impor import Hasil
from kinerja.buku.penerima.kolom import BarisBuku, Isian
from kinerja.buku.penerima.pilihan import Pilihan, is_sama
from kinerja.buku.penerima.tulisan import Isi, Tulisan
from kinerja.models import PeriodeRenstra, Tujuan

Store = Callable[[Any, Any], None]  # (baris, formulirnya)
DIUSULKAN = "agregasi"  # diisi formulirnya sendiri; baris lama tidak ikut berganti
USULAN = frozenset({"agregasi", "arah", "faktor"})
BERULANG = (PeriodeRenstra, Tujuan)  # satu barisnya membawahkan beberapa baris lembar
KEMBAR = "{baris} sudah ditulis pada baris {nomor}."
BERTENTANGAN = "{baris} sudah ditulis lain pada baris {nomor}."


class Pencatat:
    """Menulis baris demi baris, dengan hasil periksa dan jejaknya."""

    def __init__(self, user: Any, by: Any, note: str) -> None:
        """`by` dan `note` masuk tiap kejadian auditnya."""
        self.user = user
        self.by = by
        self.note = note
        self.hasil = Hasil()
        self.jejak: list[Isi] = []
        self.pilihan = Pilihan()
        self._bermasalah: set[tuple[str, str]] = set()  # lembar dan sel
        self._tertulis: dict[tuple[str, Any], int] = {}  # lembar dan barisnya → nomor barisnya

    def salah(self, baris: BarisBuku, nama: str, pesan: str) -> None:
        """Satu masalah tiap sel: yang pertama yang menyebabkan lainnya."""
        satu = baris.kesalahan(nama, pesan)
        letak = (satu.lembar, satu.sel)
        if letak not in self._bermasalah:
            self._bermasalah.add(letak)
            self.hasil.kesalahan.append(satu)

    def save(self, row: Any, form: Any) -> None:
        """Pintu biasa; lembar boleh memberi jalan simpannya sendiri."""
        door.save(row, by=self.by, note=self.note)

    def store(
        self,
        row: Named,
        baris: BarisBuku,
        isian: Isian,
        store: Store | None = None,
    ) -> Any:
        """Baris yang tersimpan; `None` bila tidak dapat, dengan masalahnya tercatat."""
        tulisan = self._susun(row, baris, isian)
        if self._is_kembar(tulisan):
            self._check_sel(tulisan)
            return None
        simpanan = self._store(tulisan, store or self.save)
        if simpanan is not None:
            self._tertulis.setdefault((baris.lembar, simpanan), baris.nomor)
        return simpanan

    def check(self, row: Named, baris: BarisBuku, isian: Isian) -> None:
        """Masalah sel baris yang sudah pasti tidak disimpan."""
        self._check_sel(self._susun(row, baris, isian))

    def _check_sel(self, tulisan: Tulisan) -> None:
        """Agar semua kesalahan berkasnya disebut sekali unggah."""
        form = self._form(tulisan, _tersimpan(tulisan.row))
        for bidang, semua in form.errors.items():
            if bidang in tulisan.isian:
                pesan = " ".join(semua)
                self._salah_bidang(tulisan, form, bidang, pesan)

    def _store(self, tulisan: Tulisan, store: Store) -> Any:
        """Yang tidak berganti tidak ditulis lagi."""
        row = tulisan.row
        if not tulisan.is_baru and not tulisan.diubah:
            self.hasil.sama += 1
            return row
        if not self._is_berhak(tulisan):
            return None
        form = self._sah(tulisan)
        if form is None:
            return None
        baru = form.save(commit=False)
        if not tulisan.is_baru and DIUSULKAN not in tulisan.diubah:
            _tanpa_usul(baru, tulisan)
        return self._write(baru, tulisan, form, store)

    def _is_kembar(self, tulisan: Tulisan) -> bool:
        """Baris yang sudah ditulis lembar itu sendiri tidak diganti baris di bawahnya."""
        row = tulisan.row
        baris = tulisan.baris
        nomor = None
        if row.pk:
            nomor = self._tertulis.get((baris.lembar, row))
        if nomor is None or (isinstance(row, BERULANG) and not tulisan.diubah):
            return False
        pesan = KEMBAR
        kolom = tulisan.penanda
        if isinstance(row, BERULANG):
            pesan = BERTENTANGAN
            kolom = tulisan.kolom(tulisan.pertama)
        self.salah(baris, kolom, pesan.format(baris=row, nomor=nomor))
        return True

    def _susun(self, row: Named, baris: BarisBuku, isian: Isian) -> Tulisan:
        """Isi yang tercatat ditimpa isi selnya."""
        lihat = self._lihat(row)
        awal = {nama: lihat[nama].value() for nama in lihat.fields}
        semula = {}
        if row.pk:
            semula = audit.nilai_kolom(row)
        tulisan = Tulisan(row, baris, isian, lihat, awal, dict(awal), semula)
        for bidang in isian:
            if bidang in awal:
                self._timpa(tulisan, bidang)
        return tulisan

    def _lihat(self, row: Named) -> Any:
        """Formulir kosong baris itu, sebagaimana akan dibuka orang."""
        halaman = HALAMAN[type(row)]
        return halaman.form_class(instance=row, user=self.user)

    def _timpa(self, tulisan: Tulisan, bidang: str) -> None:
        """Satu bidang; yang bukan kolom model hanya menyertai yang berganti."""
        kolom, isi = tulisan.isian[bidang]
        field = tulisan.lihat.fields[bidang]
        try:
            nilai = self.pilihan.nilai(field, isi)
        except ValidationError as error:
            pesan = " ".join(error.messages)
            self.salah(tulisan.baris, kolom, pesan)
            return
        lama = tulisan.awal[bidang]
        tulisan.data[bidang] = nilai
        if bidang not in tulisan.kolom_model:
            return
        if not is_sama(field, lama, nilai):
            semula = self.pilihan.tulisan(field, lama)
            tulisan.diubah[bidang] = semula

    def _is_berhak(self, tulisan: Tulisan) -> bool:
        """Hak menambah atau mengubah jenis baris itu, seperti pada halamannya."""
        meta = tulisan.row._meta
        tindakan = "add" if tulisan.is_baru else "change"
        hak = f"{meta.app_label}.{tindakan}_{meta.model_name}"
        is_berhak: bool = self.user.has_perm(hak)
        if not is_berhak:
            pesan = f"Peran Anda tidak mengisi {meta.verbose_name}."
            self.salah(tulisan.baris, "", pesan)
        return is_berhak

    def _sah(self, tulisan: Tulisan) -> Any:
        """Formulir yang sah.

        Yang bermasalah diulang tanpa isian salahnya, agar baris di bawahnya tetap terperiksa;
        yang tersimpan darinya ikut batal bersama impornya.
        """
        form = self._form(tulisan, tulisan.row)
        if form.is_valid():
            return form
        for bidang, semua in form.errors.items():
            pesan = " ".join(semua)
            salah = self._salah_bidang(tulisan, form, bidang, pesan)
            if salah in tulisan.awal:
                tulisan.data[salah] = tulisan.awal[salah]
        row = _tersimpan(tulisan.row)
        ulang = self._form(tulisan, row)
        if ulang.is_valid():
            return ulang
        # kendala antar kolom di sini hanya akibat isian yang ditinggalkan
        for bidang, semua in ulang.errors.items():
            if bidang in tulisan.isian:
                pesan = " ".join(semua)
                self._salah_bidang(tulisan, ulang, bidang, pesan)
        return None

    def _form(self, tulisan: Tulisan, row: Any) -> Any:
        """Formulir baris itu dengan kirimannya."""
        form_class = type(tulisan.lihat)
        return form_class(tulisan.data, instance=row, user=self.user)

    def _salah_bidang(
        self,
        tulisan: Tulisan,
        form: Any,
        bidang: str,
        pesan: str,
    ) -> str:
        """Bidang yang disalahkan; yang tidak berkolom disebut bersama namanya."""
        if bidang == NON_FIELD_ERRORS:
            bidang = tulisan.bidang_kendala(pesan)
        elif bidang not in tulisan.isian:
            label = form.fields[bidang].label
            pesan = f"{label}: {pesan}"
        self.salah(tulisan.baris, tulisan.kolom(bidang), pesan)
        return bidang

    def _write(self, row: Any, tulisan: Tulisan, form: Any, store: Store) -> Any:
        """Ditulis lewat pintunya; penolakannya menjadi masalah barisnya."""
        lama = None
        if not tulisan.is_baru:
            lama = _tersimpan(row)
        try:
            store(row, form)
        except (Refused, ValidationError) as error:
            pesan = str(error)
            kolom = tulisan.kolom(tulisan.bidang_kendala(pesan))
            self.salah(tulisan.baris, kolom, pesan)
            return None
        if tulisan.semula == audit.nilai_kolom(row):
            self.hasil.sama += 1
            return row
        self.pilihan.lupakan(type(row))
        jejak = jejak_baris(row, lama)
        self.jejak.append(jejak)
        ubahan = self._ubahan(row, tulisan, form)
        self.hasil.ubahan.append(ubahan)
        return row

    def _ubahan(self, row: Any, tulisan: Tulisan, form: Any) -> Isi:
        """Satu baris pratinjau."""
        baris = tulisan.baris
        lama = []
        baru = []
        for bidang, sebelum in tulisan.diubah.items():
            terisi = form[bidang]
            label = terisi.field.label
            isi = terisi.value()
            if bidang in USULAN:
                isi = getattr(row, bidang)
            sesudah = self.pilihan.tulisan(terisi.field, isi)
            lama.append(f"{label} {sebelum}")
            baru.append(f"{label} {sesudah}")
        if tulisan.is_baru:
            lama = []
            baru += self._diusulkan(row, tulisan, form)
        kolom = tulisan.kolom(tulisan.pertama)
        sel = baris.sel(kolom)
        nomor = len(self.jejak)
        return {
            "kunci": f"{baris.lembar} {baris.nomor} {nomor}",
            "baris": str(row),
            "judul": _judul(row, tulisan),
            "lama": "; ".join(lama),
            "baru": "; ".join(baru),
            "lembar": baris.lembar,
            "sel": f"{baris.lembar} {sel}",
        }

    def _diusulkan(self, row: Any, tulisan: Tulisan, form: Any) -> Iterator[str]:
        """Yang dibiarkan kosong dan diisi formulirnya dari satuan, kata dan targetnya."""
        kosong = USULAN.intersection(form.fields).difference(tulisan.diubah)
        for bidang in sorted(kosong):
            if not tulisan.data.get(bidang):
                field = form.fields[bidang]
                isi = self.pilihan.tulisan(field, getattr(row, bidang))
                yield f"{field.label} {isi} (usulan)"


def _judul(row: Any, tulisan: Tulisan) -> str:
    """Jenis barisnya dan nasibnya, dihitung pada ringkasan pratinjau."""
    sebutan = str(row._meta.verbose_name)
    awal = sebutan[:1].upper()
    keadaan = "baru" if tulisan.is_baru else "diubah"
    return f"{awal}{sebutan[1:]} {keadaan}"


def _tanpa_usul(row: Any, tulisan: Tulisan) -> None:
    """Cara setahun yang diusulkan formulirnya bukan pilihan orang."""
    if DIUSULKAN in tulisan.semula:
        row.agregasi = tulisan.semula[DIUSULKAN]


def _tersimpan(row: Any) -> Any:
    """Baris itu sebagaimana tersimpan; yang baru tetap baris barunya."""
    if row.pk is None:
        return row
    rows = type(row)._default_manager
    return rows.get(pk=row.pk)
