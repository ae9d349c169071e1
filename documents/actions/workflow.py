"""Perubahan dokumen. `advance` satu-satunya jalan status berpindah."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Pejabat
from core import audit, door
from core.audit import Refused
from core.jangkar import Titik, ujung
from documents import signing
from documents.actions.pengesahan import PdfSah, freeze, record_signature
from documents.beda import summary
from documents.models import Naskah, TandaTangan
from documents.printing import draw_pdf, new_code, stored
from documents.workflow import SEBUTAN_LANGKAH, STATUS_LABELS, Ketentuan, Langkah, Status

Bekas = PdfSah | None  # cetakan yang sudah ada
Tercetak = tuple[str, Titik | None, bytes]  # kode verifikasi, ujung jejak, PDF
TANPA_PERUBAHAN = (
    "Isinya sama dengan yang dikembalikan, selain nomor dan tanggalnya. Perbaiki datanya, atau "
    "tuliskan pada catatan mengapa diajukan lagi tanpa perubahan."
)
PENGENAL = frozenset({"nomor", "tanggal"})  # pada kepala naskah; bukan fakta isinya


class Denied(Refused):
    """Yang meminta tidak berhak; percobaannya dicatat."""


def advance(
    naskah: Naskah,
    *,
    langkah: str,
    by: Any,
    note: str = "",
    password: str = "",
    passphrase: str = "",
) -> Naskah:
    """Pindahkan `naskah` satu langkah, seluruhnya atau tidak sama sekali.

    `Refused` dengan alasan untuk pengguna; `Denied` bila tidak berhak (percobaannya dicatat).
    """
    signed = None
    try:
        if langkah == Langkah.SIGN:
            signed = prepare_signature(naskah, by, password, passphrase)
        with transaction.atomic():
            kini = lock(naskah)
            allowed = check(kini, langkah, by, note, password)
            before = kini.status
            take = TINDAKAN_LANGKAH[Langkah(langkah)]
            take(kini, by, note, signed)
            if signed is None or signed.is_last:
                kini.status = allowed.to
            changes = {"status": [before, kini.status]}
            if signed:
                note = f"{signed.pejabat.nama} menandatangani."
            door.save(
                kini,
                by=by,
                action=audit.Action.ADVANCE,
                changes=changes,
                note=note,
                only_scope=True,
            )
    except Denied as error:
        audit.record_denied(by, type(naskah), naskah.pk, f"{langkah}: {error}")
        raise
    return kini


def lock(naskah: Naskah) -> Naskah:
    """Baris terkini; rantai kabupatennya dan barisnya dipegang sampai transaksi selesai."""
    audit.hold(naskah.kabupaten_kode)
    rows = type(naskah).objects.select_for_update(of=("self",))
    kini: Naskah = rows.get(pk=naskah.pk)
    return kini


def check(naskah: Naskah, langkah: str, by: Any, note: str, password: str) -> Ketentuan:
    """Aturan yang berlaku, setelah status, peran, orang, catatan dan sandi diperiksa."""
    allowed = naskah.workflow.ketentuan(naskah.status, langkah)
    if allowed is None:
        label = STATUS_LABELS[Status(naskah.status)].lower()
        raise Refused(f"Dokumen berstatus {label}; langkah ini tidak tersedia. Muat ulang halaman.")
    _refuse_orang(naskah, langkah, by, allowed)
    if allowed.note and not note.strip():
        raise Refused("Catatan wajib diisi.")
    if allowed.password and not by.check_password(password):
        raise Denied("Kata sandi salah.")
    return allowed


def _refuse_orang(naskah: Naskah, langkah: str, by: Any, allowed: Ketentuan) -> None:
    """Kabupaten, peran dan perangkat daerahnya, dan bukan pengajunya sendiri."""
    if naskah.kabupaten_id != by.kabupaten_id:
        raise Denied("Dokumen milik kabupaten lain.")
    is_berperan = allowed.peran.intersection(by.peran)
    if not is_berperan or not by.has_perm(f"documents.{langkah}"):
        label = SEBUTAN_LANGKAH[Langkah(langkah)].lower()
        raise Denied(f"Peran Anda tidak berhak: {label}.")
    if not naskah.is_perangkat_of(by, allowed):
        raise Denied("Langkah ini milik perangkat daerah lain daripada akun Anda.")
    is_own = naskah.submitted_by_id == by.pk
    if is_own and not _may_handle_own(naskah, langkah):
        raise Denied("Yang mengajukan tidak boleh menyetujui atau menandatangani.")


def _may_handle_own(naskah: Naskah, langkah: str) -> bool:
    """Pengaju tidak menyetujui.

    Ia boleh menandatangani hanya sebagai salah satu dari beberapa pihak.
    """
    if langkah == Langkah.SIGN:
        return len(naskah.parties()) > 1
    return langkah != Langkah.APPROVE


def submit(naskah: Naskah, by: Any, note: str, signed: Bekas) -> None:
    """Periksa kelengkapan dan uji kewajaran, lalu bekukan isinya."""
    reading = naskah.reading()
    if reading.missing:
        pesan = " ".join(reading.missing)
        raise Refused(f"Belum dapat diajukan: {pesan}")
    blocking = [temuan.pesan for temuan in reading.temuan if temuan.is_blocking]
    if blocking:
        pesan = " ".join(blocking)
        raise Refused(f"Uji kewajaran menahan pengajuan: {pesan}")
    if is_unchanged(naskah, reading.isi) and not note.strip():
        raise Refused(TANPA_PERUBAHAN)
    naskah.snapshot = freeze(naskah, reading.isi, by)
    naskah.submitted_by = by
    naskah.submitted_at = timezone.now()
    naskah.approved_by = naskah.approved_at = None
    naskah.reviewed_by = naskah.reviewed_at = None
    naskah.catatan = ""


def is_unchanged(naskah: Naskah, isi: Any) -> bool:
    """Dikembalikan, dan selain pengenalnya isinya masih sama dengan yang diajukan dahulu."""
    if not naskah.snapshot_id or not naskah.catatan:
        return False
    beda = naskah.differences(isi)
    return PENGENAL.issuperset(beda)


def approve(naskah: Naskah, by: Any, note: str, signed: Bekas) -> None:
    """Yang disetujui harus sama dengan yang diajukan."""
    refuse_if_changed(naskah)
    naskah.approved_by = by
    naskah.approved_at = timezone.now()


def send_back(naskah: Naskah, by: Any, note: str, signed: Bekas) -> None:
    """Persetujuan dan reviu yang terdahulu gugur; alasannya tercatat pada naskah."""
    naskah.approved_by = naskah.approved_at = None
    naskah.reviewed_by = naskah.reviewed_at = None
    naskah.catatan = f"{by}: {note.strip()}"


def sign(naskah: Naskah, by: Any, note: str, signed: Bekas) -> None:
    """Catat tanda tangan; pihak terakhir mengesahkan naskah dan mengunci lingkupnya."""
    snapshot = naskah.snapshot
    if signed is None or snapshot is None or signed.snapshot_id != snapshot.pk:
        raise Refused("Isi dokumen berganti selama pencetakan. Muat ulang halaman lalu ulangi.")
    refuse_if_changed(naskah)
    earlier = TandaTangan.objects.of(snapshot).count()
    if earlier != signed.urutan - 1:
        raise Refused("Pihak ini sudah menandatangani. Muat ulang halaman.")
    record_signature(naskah, snapshot, signed, by)


def review(naskah: Naskah, by: Any, note: str, signed: Bekas) -> None:
    """Reviu tidak mengubah isi, hanya menyebut siapa dan kapan."""
    naskah.reviewed_by = by
    naskah.reviewed_at = timezone.now()


TINDAKAN_LANGKAH = {
    Langkah.SUBMIT: submit,
    Langkah.APPROVE: approve,
    Langkah.RETURN: send_back,
    Langkah.SIGN: sign,
    Langkah.REVIEW: review,
}


def refuse_if_changed(naskah: Naskah) -> None:
    """Yang disetujui dan ditandatangani harus berfakta sama dengan yang diajukan."""
    beda = naskah.differences(naskah.reading().isi)
    if beda:
        kejadian = f"Data telah berubah sejak dokumen diajukan ({summary(beda)})."
        raise Refused(f"{kejadian} Kembalikan dokumen agar diajukan ulang.")


def prepare_signature(
    naskah: Naskah,
    by: Any,
    password: str,
    passphrase: str,
) -> PdfSah:
    """Cetak dari snapshot (pihak pertama) atau lanjutkan PDF pihak sebelumnya.

    Mahal, maka di luar kunci.
    """
    fresh = type(naskah).objects.get(pk=naskah.pk)
    check(fresh, Langkah.SIGN, by, "", password)
    pejabat = by.pejabat
    if pejabat is None or fresh.tanggal is None or fresh.snapshot_id is None:
        raise Refused("Akun Anda belum ditautkan ke data pejabat, atau tanggal dokumen kosong.")
    refuse_if_not_next(fresh, pejabat, fresh.tanggal)
    signer = _signer(pejabat, passphrase)
    is_pades = signer is not None
    earlier = list(TandaTangan.objects.of(fresh.snapshot))
    urutan = len(earlier) + 1
    kode, jejak, pdf = _cetakan(fresh, earlier, is_pades)
    if signer:
        pdf = _signed_pdf(pdf, signer, pejabat, str(fresh), urutan)
    return PdfSah(
        kode=kode,
        pdf=pdf,
        pejabat=pejabat,
        tanggal=fresh.tanggal,
        snapshot_id=fresh.snapshot_id,
        is_pades=is_pades,
        urutan=urutan,
        is_last=urutan == len(fresh.parties()),
        jejak=jejak,
    )


def _cetakan(naskah: Naskah, earlier: list[TandaTangan], is_pades: bool) -> Tercetak:
    """Cetakan baru bagi pihak pertama; pihak berikutnya melanjutkan yang terdahulu."""
    if earlier:
        terakhir = earlier[-1]
        return terakhir.kode, terakhir.jejak, stored(terakhir.pdf)
    kode = new_code()
    jejak = ujung(naskah.kabupaten_kode)
    cap = isi_cap(kode, is_pades, len(naskah.parties()), jejak)
    return kode, jejak, draw_pdf(naskah, cap)


def _signer(pejabat: Pejabat, passphrase: str) -> Any:
    """Sertifikat pejabat itu; `None` bila ia tidak punya, `Denied` bila frasa sandinya salah."""
    if not signing.has_certificate(pejabat.nip):
        return None
    try:
        return signing.load_signer(pejabat.nip, passphrase)
    except signing.WrongPassphrase as error:
        raise Denied(str(error)) from error


def _signed_pdf(
    pdf: bytes,
    signer: Any,
    pejabat: Pejabat,
    alasan: str,
    urutan: int,
) -> bytes:
    return signing.sign(
        pdf,
        signer,
        nama=pejabat.nama,
        sebab=alasan,
        location=pejabat.perangkat_daerah.tempat,
        nomor=urutan,
    )


def isi_cap(kode: str, is_pades: bool, parties: int, jejak: Titik) -> dict[str, Any]:
    """Cap pada cetakan.

    Dengan beberapa pihak sifat tanda tangannya hanya disebut di halaman verifikasi.
    """
    return {
        "kode": kode,
        "is_pades": is_pades and parties == 1,
        "banyak_pihak": parties > 1,
        "jejak": str(jejak),
        "signed_at": timezone.now().isoformat(),
    }


def refuse_if_not_next(naskah: Naskah, pejabat: Pejabat, tanggal: datetime.date) -> None:
    """Hanya pihak yang gilirannya; ia harus menjabat pada tanggal naskah dan masih menjabat."""
    kini = Pejabat.objects.get(pk=pejabat.pk)
    if not kini.is_menjabat(tanggal):
        raise Refused(f"{pejabat.nama} tidak menjabat pada tanggal dokumen.")
    if not kini.is_menjabat(timezone.localdate()):
        raise Refused(f"{pejabat.nama} tidak menjabat lagi pada hari penandatanganan.")
    berikut = naskah.next_party()
    if berikut == pejabat:
        return
    pesan = f"{pejabat.nama} bukan pihak yang gilirannya menandatangani naskah ini."
    if berikut:
        pesan += f" Sekarang giliran {berikut.nama}."
    raise Denied(pesan)
