"""Menyimpan kabar tiap orang sekali, dan mengirim surat hariannya."""

import datetime
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from accounts.models import CaraKabar, JenisKabar, Kabar, Kabupaten, PilihanKabar, User
from core import audit, door

LOGGER = logging.getLogger(__name__)
JAM_SURAT = 6  # surat harian tidak dikirim sebelum jam ini
PANJANG_JUDUL = 300
PANJANG_GALAT = 300


@dataclass(frozen=True)
class CalonKabar:
    """Yang patut dikabarkan; `kunci` sama berarti kejadian yang sama."""

    penerima: User
    jenis: JenisKabar
    kunci: str
    judul: str
    isi: str = ""
    halaman: str = ""


def announce(kabupaten: Kabupaten, calon: Iterable[CalonKabar], *, by: Any) -> int:
    """Simpan yang belum pernah dikabarkan, menurut pilihan penerimanya; sebut banyaknya.

    Satu kejadian jejak bagi semuanya.
    """
    semua = {(satu.penerima.pk, satu.kunci): satu for satu in calon}
    if not semua:
        return 0
    with audit.locked(kabupaten.kode):
        rows = _new(kabupaten, semua)
        if rows:
            door.save_all(rows, by=by, target=kabupaten, note="Kabar disebar.")
    return len(rows)


def _new(kabupaten: Kabupaten, semua: dict[tuple[int, str], CalonKabar]) -> list[Kabar]:
    penerima = {nomor for nomor, _ in semua}
    kunci = {kunci for _, kunci in semua}
    dikenal = Kabar.objects.filter(penerima__in=penerima, kunci__in=kunci)
    ada = set(dikenal.values_list("penerima", "kunci"))
    pilihan = {}
    for satu in PilihanKabar.objects.filter(pengguna__in=penerima):
        pilihan[satu.pengguna_id, satu.jenis] = satu.cara
    kini = timezone.now()
    rows = []
    for alamat, satu in semua.items():
        cara = pilihan.get((satu.penerima.pk, satu.jenis), CaraKabar.SURAT)
        if alamat in ada or cara == CaraKabar.MATI:
            continue
        # surat tentang surat yang gagal hanya menambah yang gagal
        is_surat = cara == CaraKabar.SURAT and satu.jenis != JenisKabar.SURAT
        row = Kabar(
            kabupaten=kabupaten,
            penerima=satu.penerima,
            jenis=satu.jenis,
            kunci=satu.kunci,
            judul=satu.judul[:PANJANG_JUDUL],
            isi=satu.isi,
            halaman=satu.halaman,
            dibuat_at=kini,
            is_surat=is_surat,
        )
        rows.append(row)
    return rows


def mark_read(user: User, *nomor: int) -> None:
    """Kabar bernomor itu milik `user`, atau semuanya, sudah dibaca."""
    rows = Kabar.objects.visible_to(user).unread()
    if nomor:
        rows = rows.filter(pk__in=nomor)
    rows.update(dibaca_at=timezone.now())


def choose(user: User, pilihan: dict[str, str]) -> int:
    """Simpan cara dikabari tiap jenis; sebut banyak yang berubah."""
    milik = PilihanKabar.objects.visible_to(user)
    kini = {satu.jenis: satu for satu in milik}
    berubah = 0
    with audit.locked(user.kabupaten_kode):
        for jenis, cara in pilihan.items():
            row = kini.get(jenis)
            if row is None and cara == CaraKabar.SURAT:
                continue
            if row is None:
                row = PilihanKabar(pengguna=user, jenis=jenis)
            row.cara = cara
            if door.save(row, by=user):
                berubah += 1
    return berubah


def send_letters(now: datetime.datetime) -> tuple[int, int]:
    """Satu surat tiap penerima yang ada kabarnya; banyak yang terkirim dan yang gagal.

    Sekali sehari; yang gagal dicoba lagi sesudah jedanya.
    """
    setempat = timezone.localtime(now)
    if setempat.hour < JAM_SURAT:
        return 0, 0
    pagi = setempat.replace(hour=0, minute=0, second=0, microsecond=0)
    siap = Kabar.objects.ready(now).filter(penerima__is_active=True).exclude(penerima__email="")
    hari_ini = Kabar.objects.filter(dikirim_at__gte=pagi)
    tertunda = siap.exclude(penerima__in=hari_ini.values("penerima"))
    terkirim = gagal = 0
    for nomor in tertunda.order_by("penerima").values_list("penerima", flat=True).distinct():
        if _send(User.objects.get(pk=nomor), now):
            terkirim += 1
        else:
            gagal += 1
    return terkirim, gagal


def _send(penerima: User, now: datetime.datetime) -> bool:
    """Kabar penerima ditandai dicoba lebih dahulu, sehingga pekerja lain tidak mengirimnya juga."""
    siap = Kabar.objects.ready(now).filter(penerima=penerima)
    nomor = list(siap.values_list("pk", flat=True))
    dipegang = siap.filter(pk__in=nomor).update(percobaan=F("percobaan") + 1, dicoba_at=now)
    if dipegang != len(nomor):
        return False
    rows = list(Kabar.objects.filter(pk__in=nomor).order_by("dibuat_at", "pk"))
    kabar = Kabar.objects.filter(pk__in=nomor)
    try:
        letter(penerima, rows).send()
    except (SMTPException, OSError, ValueError) as error:
        LOGGER.warning("Surat harian %s tidak terkirim: %s", penerima.username, error)
        kabar.update(galat=str(error)[:PANJANG_GALAT])
        return False
    kabar.update(dikirim_at=now, galat="")
    return True


def letter(penerima: User, rows: Sequence[Kabar]) -> EmailMessage:
    """Surat harian: tiap kabar dengan alamat halamannya.

    `Message-ID` menurut isinya, sehingga yang terkirim dua kali dikenali peladen surat.
    """
    banyak = len(rows)
    bagian = [f"Yth. {penerima},", f"{banyak} kabar menunggu Anda di Kinerja DPMD."]
    for row in rows:
        baris = [f"- {row.judul}", f"  {row.isi}" if row.isi else ""]
        if row.halaman:
            baris.append(f"  {settings.SITE_URL}{row.halaman}")
        bagian.append("\n".join(filter(None, baris)))
    bagian.append(f"Mengatur surat ini: {settings.SITE_URL}/akun/kabar/pilihan/")
    nomor = ",".join(str(row.pk) for row in rows)
    sidik = sha256(f"{settings.SITE_URL} {nomor}".encode()).hexdigest()[:32]
    judul = rows[0].judul if banyak == 1 else f"{banyak} kabar dari Kinerja DPMD"
    return EmailMessage(
        subject=" ".join(judul.split()),
        body="\n\n".join(bagian),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[penerima.email],
        headers={"Message-ID": f"<{sidik}@kabar.dpmd>"},
    )
