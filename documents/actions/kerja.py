"""Mengerjakan tugas: satu pekerja memegangnya, dan akibatnya tersimpan bersama tanda selesainya.

Isyarat antrean tidak menyebut tugasnya: tiap isyarat mengerjakan satu tugas menurut giliran kantor.
Pekerja yang mati berhenti berkabar; tugasnya dipegang pekerja lain dengan klaim baru, dan klaim
lama tidak dapat menyimpan apa pun lagi.
"""

import datetime
import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from core import audit, door
from core.audit import Refused
from core.uploads import is_disk_penuh
from documents.actions import kabar
from documents.models import StatusTugas, Tugas
from documents.tugas import HasilTugas, JenisTugas, jenis_tugas

LOGGER = logging.getLogger(__name__)
PERCOBAAN = 3  # kali pekerjanya boleh mati di tengah jalan
JEDA = 1  # detik antara dua kabar yang dicatat
LAMA_PERCOBAAN = 10  # kali masa sewa; percobaan tidak dapat memperpanjangnya di tengah jalan
TAK_DIKENAL = "Terjadi galat yang tidak dikenal; sebabnya ada pada catatan peladen. Boleh diulang."
DISK_PENUH = "Disk peladen penuh; beri tahu admin agar dikosongkan, lalu ulangi."
BERULANG_MATI = f"Pekerjanya berhenti {PERCOBAAN} kali di tengah jalan."
TAK_BERHAK = "Akun yang memintanya tidak aktif atau tidak berhak lagi."


class Lepas(Exception):
    """Tugasnya dibatalkan, atau sudah dipegang pekerja lain."""


class Pegangan:
    """Kabar dari pekerja yang memegang satu tugas; `Lepas` begitu tidak lagi dipegangnya."""

    def __init__(self, tugas: Tugas) -> None:
        self.tugas = tugas
        self.terakhir = monotonic()
        self.is_percobaan = False

    def lanjut(self) -> None:
        self._write(fase=F("fase") + 1, maju=None, dari=None)

    def lapor(self, maju: int | None = None, dari: int | None = None) -> None:
        """Dicatat paling banyak sekali tiap `JEDA`."""
        kini = monotonic()
        if kini - self.terakhir < JEDA:
            return
        self.terakhir = kini
        if self.is_percobaan:
            self._write_kabar(maju, dari)
        else:
            self._write(maju=maju, dari=dari)

    @contextmanager
    def percobaan(self) -> Iterator[None]:
        """Kabarnya lewat berkas; klaimnya diperpanjang di muka, selama yang diizinkan."""
        self._write(sampai=_sampai(LAMA_PERCOBAAN))
        self.is_percobaan = True
        try:
            yield
        finally:
            self.is_percobaan = False
            kabar.discard(self.tugas.klaim)

    def _write_kabar(self, maju: int | None, dari: int | None) -> None:
        """`Lepas` membatalkan percobaannya, sehingga pembatalnya mendapat kuncinya."""
        klaim = self.tugas.klaim
        if kabar.is_stopped(klaim):
            raise Lepas
        if maju is not None and dari is not None:
            kabar.write(klaim, maju, dari)

    def _write(self, **kolom: Any) -> None:
        held = Tugas.objects.held(self.tugas)
        kolom.setdefault("sampai", _sampai())
        if not held.update(**kolom):
            raise Lepas


def _sampai(kali: int = 1) -> datetime.datetime:
    """Saat pekerja dianggap mati bila tidak berkabar lagi; `kali` masa sewanya."""
    return timezone.now() + datetime.timedelta(seconds=settings.TUGAS_SEWA * kali)


@task()
def work(dijaga: str = "") -> None:
    """Satu isyarat: kerjakan tugas yang gilirannya, bila ada.

    `dijaga` klaim yang ditengok: pekerjanya masih berkabar, atau tugasnya siap dipegang lagi.
    """
    if dijaga:
        _guard(dijaga)
    tugas = claim()
    if tugas is None:
        return
    _guard(tugas.klaim)
    run(tugas)
    # isyarat yang hilang bersama pekerjanya digantikan
    if Tugas.objects.ready(timezone.now()).exists():
        work.enqueue()


def wake() -> None:
    """Kirim isyarat sesudah transaksi ini tersimpan; antrean yang mati tidak menggagalkannya."""
    transaction.on_commit(work.enqueue, robust=True)


def _guard(klaim: str) -> None:
    """Isyarat tertunda yang menengok klaim itu sesudah masanya; antrean seketika tidak perlu."""
    held = Tugas.objects.filter(klaim=klaim, status=StatusTugas.BERJALAN).first()
    if held is None or not work.get_backend().supports_defer:
        return
    work.using(run_after=held.sampai).enqueue(dijaga=klaim)


def claim() -> Tugas | None:
    """Pegang satu tugas menurut giliran; `None` bila tidak ada yang siap.

    Yang barisnya sedang dikunci penyimpanan dilewati.
    """
    now = timezone.now()
    with transaction.atomic():
        rows = Tugas.objects.by_turn(now).select_for_update(skip_locked=True, of=("self",))
        tugas: Tugas | None = rows.first()
        if tugas is None:
            return None
        Tugas.objects.filter(pk=tugas.pk).update(
            status=StatusTugas.BERJALAN,
            klaim=uuid.uuid4().hex,
            sampai=_sampai(),
            started_at=now,
            percobaan=F("percobaan") + 1,
            fase=0,
            maju=None,
            dari=None,
        )
    tugas.refresh_from_db()
    return tugas


def run(tugas: Tugas) -> None:
    """Siapkan lalu terapkan; yang gagal dicatat dengan sebabnya, yang lepas ditinggalkan."""
    try:
        _refuse_unworkable(tugas)
        jenis = jenis_tugas(tugas.jenis)
        kemajuan = Pegangan(tugas)
        bahan = jenis.prepare(tugas, kemajuan)
        kemajuan.lanjut()
        _finish(tugas, jenis, bahan)
    except Lepas:
        LOGGER.info("Tugas %s dilepas.", tugas.pk)
    except Refused as error:
        _fail(tugas, str(error))
    except Exception as error:
        LOGGER.exception("Tugas %s gagal.", tugas.pk)
        _fail(tugas, DISK_PENUH if is_disk_penuh(error) else TAK_DIKENAL)
    finally:
        kabar.discard(tugas.klaim)


def _refuse_unworkable(tugas: Tugas) -> None:
    """Yang berulang mematikan pekerjanya, dan yang pemintanya tidak berhak lagi."""
    if tugas.percobaan > PERCOBAAN:
        raise Refused(BERULANG_MATI)
    peminta = tugas.diminta_by
    if not peminta.is_active or not peminta.has_perm(tugas.hak):
        raise Refused(TAK_BERHAK)


def _finish(tugas: Tugas, jenis: JenisTugas, bahan: Any) -> None:
    """Akibat dan tanda selesai dalam satu transaksi, selama masih dipegang."""
    kini = None
    try:
        with audit.locked(tugas.kabupaten_kode):
            kini = _locked(tugas)
            hasil = jenis.apply(kini, bahan)
            _keep(kini, hasil)
            _end(kini, StatusTugas.SELESAI, hasil.ringkasan)
    except BaseException:
        if kini is not None and kini.berkas:
            kini.berkas.storage.delete(str(kini.berkas.name))
        raise


def _keep(tugas: Tugas, hasil: HasilTugas) -> None:
    """Hasilnya pada baris tugasnya; berkasnya sudah di penyimpanan."""
    tugas.ringkasan = hasil.ringkasan
    if hasil.halaman:
        tugas.halaman = hasil.halaman
    if hasil.nama:
        tugas.nama = hasil.nama
        tugas.berkas.save(hasil.nama, ContentFile(hasil.isi), save=False)


def _fail(tugas: Tugas, kalimat: str) -> None:
    """Yang sudah lepas tidak dikatakan gagal."""
    with audit.locked(tugas.kabupaten_kode):
        try:
            kini = _locked(tugas)
        except Lepas:
            return
        kini.galat = kalimat
        _end(kini, StatusTugas.GAGAL, kalimat)


def _locked(tugas: Tugas) -> Tugas:
    """Barisnya terkunci sampai transaksi selesai; `Lepas` bila tidak lagi dipegang."""
    kini: Tugas | None = Tugas.objects.held(tugas).select_for_update().first()
    if kini is None:
        raise Lepas
    return kini


def _end(tugas: Tugas, status: StatusTugas, note: str) -> None:
    """Lewat pintu menulis, atas nama pemintanya."""
    tugas.status = status
    tugas.finished_at = timezone.now()
    door.save(tugas, by=tugas.diminta_by, note=note)
