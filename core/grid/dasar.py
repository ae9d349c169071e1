"""Pemeriksaan dan penyimpanan yang sama bagi semua kisi."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from core import audit
from core.audit import Refused
from core.display import tulisan_dari
from core.grid.bagian import Terbagi
from core.grid.kolom import (
    BENTROK,
    GAGAL,
    LOCKED,
    BarisKisi,
    GridRefused,
    Hasil,
    KolomKisi,
    Nilai,
    Ubahan,
)
from core.grid.nasib import (
    Masalah,
    Pending,
    PerNama,
    SemuaAlamat,
    SemuaUbahan,
    cancelled,
    locked,
    masalah_baris,
    stored,
    without,
)
from core.grid.pengubah import pengubah
from core.models import AuditEvent

Teks = dict[str, str]  # menurut namanya
SemuaJudul = ClassVar[tuple[str, ...]]
TIDAK_ADA = "Sel ini tidak ada lagi. Muat ulang halaman."
TERHITUNG = "Sel ini dihitung, tidak diisi."
BUKAN_ISI = frozenset({"kelompok", "jumlah"})  # gaya baris yang tidak ikut dijumlahkan
Rows = dict[str, BarisKisi]  # menurut kuncinya


class Grid(Terbagi):
    """Dasar semua kisi. Subkelas memberi `columns`, `rows` dan `store`."""

    model: ClassVar[Any]  # model yang haknya (lihat, ubah) membuka kisi ini
    judul: ClassVar[str]
    judul_baris: ClassVar[str] = "Kecamatan"
    pengantar: ClassVar[str] = ""
    judul_nama: SemuaJudul = ()  # judul lain yang isinya menamai baris
    judul_kode: SemuaJudul = ()  # judul lain yang isinya kode baris
    pembeda: SemuaJudul = ()  # kolom baca yang membedakan baris senama
    judul_abai: SemuaJudul = ()  # judul naskah cetak yang tidak dibaca
    is_berformulir: ClassVar[bool] = False  # tiap barisnya dapat dicetak sebagai formulir kertas
    is_lembar = False  # kolomnya bagi lembar kerja, diunduh maupun diunggah

    def __init__(
        self,
        user: Any,
        tahun: int,
        params: Teks | None = None,
    ) -> None:
        self.user = user
        self.tahun = tahun
        self.params = params or {}
        self.kabupaten = user.kabupaten

    def rows(self) -> list[BarisKisi]:
        """Semua baris menurut urutan naskahnya, dengan banyak kueri yang tetap."""
        raise NotImplementedError

    def rows_of(self, kunci: Collection[str]) -> list[BarisKisi]:
        """Baris berkunci itu saja; kisi yang dapat membacanya tanpa yang lain menimpanya."""
        return [row for row in self.rows() if row.kunci in kunci]

    def keterangan(self) -> list[str]:
        """Baris di bawah judul lembar kerjanya."""
        return []

    def store(self, baris: BarisKisi, nilai: Nilai, *, note: str) -> None:
        """Simpan `nilai` satu baris dan catat; `ValidationError` (per kolom) bila tidak boleh."""
        raise NotImplementedError

    def parse(self, row: BarisKisi, kolom: KolomKisi, teks: str) -> Any:
        """Nilai satu sel dari tulisannya; subkelas boleh mencocokkannya dengan barisnya."""
        return kolom.parse(teks)

    def tulisan_kosong(self, kolom: KolomKisi) -> str:
        """Tulisan yang tersimpan bila sel dikosongkan; biasanya tetap kosong."""
        return ""

    def cetakan(self, tabel: Sequence[Any]) -> Any:
        """Hasil membaca lembar bersusunan naskah cetak; `None` bila dibaca menurut judul kolom."""
        return None

    def kode_lama(self) -> Teks:
        """Kode baris yang sudah berganti → kode barisnya kini; dibaca pada lembar kerja."""
        return {}

    def pesan_asing(self, teks: str) -> str:
        """Mengapa satu kode atau nama pada lembar kerja tidak dikenali."""
        baris = self.kabupaten.wilayah.kata(self.judul_baris)
        return f"Tidak ada {baris.lower()} dengan kode atau nama ini."

    def column_lock(self, kolom: KolomKisi) -> str:
        """Alasan satu kolom terkunci di semua baris, misalnya triwulan yang sudah ditutup."""
        return ""

    def totals(self, rows: Iterable[BarisKisi]) -> Teks:
        """Tulisan jumlah tiap kolom `is_jumlah`; baris kelompok tidak ikut."""
        counted = []
        for row in rows:
            if row.gaya not in BUKAN_ISI:
                counted.append(row.isi)
        totals = {}
        for kolom in self.columns():
            if kolom.is_jumlah:
                semua_nilai = [isi.get(kolom.nama) for isi in counted]
                totals[kolom.nama] = kolom.total(semua_nilai)
        return totals

    def write(self, ubahan: SemuaUbahan, *, note: str = "") -> Masalah:
        """Simpan semua `ubahan` dalam satu transaksi; `GridRefused` bila satu saja tidak dapat."""
        with audit.locked(self.kabupaten.kode):
            tersentuh = {satu.kunci for satu in ubahan}
            rows = {row.kunci: row for row in self.rows_of(tersentuh)}
            columns = self._kolom_per_nama()
            pending, masalah = self._check(ubahan, rows, columns)
            # sel lain tetap diuji agar semua masalah disebut sekaligus
            wrong = {satu.alamat for satu in masalah}
            right = without(pending, wrong, columns)
            masalah += self._store_all(right, rows, note, wrong)
            if masalah:
                masalah += cancelled(ubahan, masalah)
                raise GridRefused(masalah)
        hasil = []
        for satu in ubahan:
            kolom = columns[satu.kolom]
            hasil.append(stored(satu, kolom, pending))
        return hasil

    def _kolom_per_nama(self) -> PerNama:
        """Kolom menurut namanya."""
        columns = self.columns()
        return {kolom.nama: kolom for kolom in columns}

    def _check(
        self,
        ubahan: SemuaUbahan,
        rows: Rows,
        columns: PerNama,
    ) -> tuple[Pending, Masalah]:
        """Nilai per baris yang siap disimpan, dan masalah tiap sel yang tidak."""
        pending: Pending = {}
        masalah = []
        for satu in ubahan:
            row = rows.get(satu.kunci)
            kolom = columns.get(satu.kolom)
            hasil = self._refusal(satu, row, kolom)
            if hasil is None and row is not None and kolom is not None:
                try:
                    nilai = self.parse(row, kolom, satu.baru)
                except ValidationError as error:
                    kini = row.tulisan(kolom)
                    pesan = " ".join(error.messages)
                    hasil = satu.hasil(GAGAL, kini, pesan)
                else:
                    kept = pending.setdefault(satu.kunci, {})
                    kept[satu.kolom] = nilai
            if hasil:
                masalah.append(hasil)
        return pending, masalah

    def _refusal(
        self,
        ubahan: Ubahan,
        row: BarisKisi | None,
        kolom: KolomKisi | None,
    ) -> Hasil | None:
        """Mengapa satu sel tidak boleh ditimpa; `None` bila boleh."""
        if row is None or kolom is None:
            return ubahan.hasil(GAGAL, pesan=TIDAK_ADA)
        kini = row.tulisan(kolom)
        sebab = self._sebab_lock(row, kolom)
        if sebab:
            return ubahan.hasil(LOCKED, kini, sebab)
        if self._is_expected(ubahan, kini, kolom):
            return None
        pesan = self._who(row, kolom, kini)
        return ubahan.hasil(BENTROK, kini, pesan)

    def _sebab_lock(self, row: BarisKisi, kolom: KolomKisi) -> str:
        """Kunci barisnya, kunci kolomnya, atau selnya dihitung."""
        sebab = row.sebab_lock or self.column_lock(kolom)
        if sebab or row.is_isian(kolom):
            return sebab
        return TERHITUNG

    def _is_expected(self, ubahan: Ubahan, kini: str, kolom: KolomKisi) -> bool:
        """Isi yang dilihat pengirim, yang dimintanya, atau bawaan baris yang baru dibuat."""
        baru = ubahan.baru.strip()
        if kini in (ubahan.lama, baru):
            return True
        # sel lain pada baris itu lebih dahulu membuat barisnya
        return ubahan.lama == "" and kini == self.tulisan_kosong(kolom)

    def _who(self, row: BarisKisi, kolom: KolomKisi, kini: str) -> str:
        """Siapa yang mengubah sel itu lebih dahulu."""
        isi = kini or "kosong"
        kejadian = f"Sudah diubah menjadi {isi}"
        ditulis = self.ditulis(row, kolom)
        if ditulis is None:
            return f"{kejadian}."
        event = pengubah(ditulis, kolom.nama, AuditEvent.objects.visible_to(self.user))
        if event is None:
            return f"{kejadian}."
        return f"{kejadian} oleh {event.actor}, {tulisan_dari(event.waktu)}."

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Model | None:
        """Baris basis data tempat sel itu ditulis; jejaknya menyebut pengubahnya."""
        if isinstance(row.obj, Model):
            return row.obj
        return None

    def _store_all(
        self,
        pending: Pending,
        rows: Rows,
        note: str,
        wrong: SemuaAlamat,
    ) -> Masalah:
        """Semua baris dicoba: satu yang gagal tidak menutupi yang lain."""
        masalah = []
        bermasalah = {kunci for kunci, _ in wrong}
        for kunci, nilai in pending.items():
            try:
                self.store(rows[kunci], nilai, note=note)
            except ValidationError as error:
                is_sebagian = kunci in bermasalah
                masalah += masalah_baris(kunci, nilai, error, is_sebagian=is_sebagian)
            except Refused as error:
                masalah += locked(kunci, nilai, str(error))
        return masalah
