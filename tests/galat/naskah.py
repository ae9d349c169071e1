"""Naskah yang disiapkan sampai disetujui, ditandatangani proses lain, dan diperiksa."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from accounts.models import User
from core import audit, door
from documents.actions import advance
from documents.models import Kunci, Pengesahan, Snapshot, TandaTangan
from documents.printing import stored, tabular
from documents.snapshot import digest
from documents.workflow import Status
from kinerja.models import NaskahKinerja
from tests.beban.akun import KANTOR
from tests.terbaca import tak_terbaca
from villages.models import BerkasIkk, RekapLembaga, RincianLembaga

TAHUN = 2023  # tahun naskah contoh kantornya
OPERATOR, PENYETUJU = "operator", "kepala.bidang"


def akun(nama: str) -> User:
    return User.objects.get(username=nama)


def pengganti(lama: NaskahKinerja | None) -> NaskahKinerja:
    """IKU contoh yang pertama, lalu penggantinya satu per satu; siap ditandatangani."""
    kantor = akun(OPERATOR).kabupaten
    if lama is None:
        naskah = NaskahKinerja.objects.get(kabupaten=kantor, tahun=TAHUN, jenis="iku")
    else:
        urutan = lama.pk
        naskah = NaskahKinerja(
            kabupaten=kantor,
            tahun=TAHUN,
            jenis="iku",
            nomor=f"IKU/{urutan}",
            tanggal=date(TAHUN, 12, 29),
            menggantikan=lama,
        )
        door.save(naskah, by=akun(OPERATOR))
    return setujui(naskah)


def setujui(naskah: Any) -> Any:
    advance(naskah, langkah="submit", by=akun(OPERATOR), note="Diajukan.")
    return advance(naskah, langkah="approve", by=akun(PENYETUJU))


def kunci_wilayah(sandi: str) -> None:
    """Bukti IKK ditandatangani: rekap dan rincian lembaga tahunnya terkunci."""
    berkas = BerkasIkk.objects.get(kabupaten__kode=KANTOR, tahun=TAHUN)
    setujui(berkas)
    advance(berkas, langkah="sign", by=akun("kepala.dinas"), password=sandi, passphrase=sandi)


def sidik_lock() -> int:
    """Jumlah sidik semua baris yang terkunci oleh Bukti IKK itu."""
    jumlah = 0
    for model in (RekapLembaga, RincianLembaga):
        rows = model.objects.filter(tahun=TAHUN)
        milik = [row for row in rows if row.kabupaten_kode == KANTOR]
        jumlah += sum(map(audit.sidik_baris, milik))
    return jumlah


def check(naskah: Any) -> Iterator[str]:
    """Sah seluruhnya, atau belum sama sekali: tidak ada yang di antaranya."""
    kini = type(naskah).objects.get(pk=naskah.pk)
    signed = TandaTangan.objects.filter(snapshot=kini.snapshot)
    sah = Pengesahan.objects.filter(snapshot=kini.snapshot)
    banyak = (signed.count(), sah.count())
    if kini.status == Status.DITANDATANGANI:
        if banyak != (1, 1) or kini.pengesahan_id is None:
            yield f"{kini} sah dengan {banyak} tanda tangan dan pengesahan."
        kunci = Kunci.objects.filter(pengesahan=kini.pengesahan_id).count()
        if kunci != len(kini.locks):
            yield f"{kini} sah dengan {kunci} kunci."
    elif banyak != (0, 0):
        yield f"{kini} belum sah, tetapi {banyak} tanda tangan dan pengesahannya tercatat."


def check_cetakan() -> Iterator[str]:
    """Tiap naskah sah memuat isi bekunya, dan PDF-nya yang tercatat."""
    for model in (NaskahKinerja, BerkasIkk):
        for naskah in model.objects.exclude(pengesahan=None):
            pdf = stored(naskah.pengesahan.pdf)
            if digest(pdf) != naskah.pengesahan.pdf_sha256:
                yield f"PDF {naskah} bukan yang tercatat."
            if hilang := tak_terbaca(tabular(naskah), pdf):
                yield f"PDF {naskah} tidak memuat {hilang[:3]}."
    for snapshot in Snapshot.objects.all():
        if digest(snapshot.content) != snapshot.sha256:
            yield f"Snapshot {snapshot} berubah."
