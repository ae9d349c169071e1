"""Meja reviu atas LKjIP kabupaten, dengan pedoman milik Inspektoratnya sendiri."""

from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten, User
from documents.models import Balasan, BuktiBalasan
from kinerja.models import (
    ButirPedoman,
    CatatanReviu,
    HasilReviu,
    IsianReviu,
    JadwalReviu,
    Lkjip,
    PedomanReviu,
    Reviu,
)


def make_pedoman(kabupaten: Kabupaten, versi: int = 1) -> PedomanReviu:
    """Pedoman kantor itu bagi LKjIP, berbutir satu tiap bagian."""
    pedoman = PedomanReviu.objects.create(
        kabupaten=kabupaten, document="kinerja.Lkjip", versi=versi, nama="Pedoman uji"
    )
    for bagian, petunjuk in (("1", "capaian"), ("2", "alur"), ("3", "")):
        ButirPedoman.objects.create(
            pedoman=pedoman, bagian=bagian, nomor=1, uraian="Butir uji", petunjuk=petunjuk
        )
    return pedoman


def make_reviu(kabupaten: Kabupaten, pedoman: PedomanReviu | None = None) -> Reviu:
    """Meja atas LKjIP pertamanya, satu butir terjawab."""
    lkjip = Lkjip.objects.filter(kabupaten=kabupaten).first()
    pedoman = pedoman or make_pedoman(kabupaten)
    reviu = Reviu.objects.create(
        kabupaten=kabupaten, tahun=lkjip.tahun, document="kinerja.Lkjip", document_id=lkjip.pk,
        judul=str(lkjip), pedoman=pedoman, dibuka_at=timezone.now(),
        dibuka_by=User.objects.filter(kabupaten=kabupaten).first(),
    )  # fmt: skip
    IsianReviu.objects.create(reviu=reviu, butir=pedoman.butir.first(), hasil="ya")
    return reviu


def make_catatan(reviu: Reviu, nomor: int = 1, **fields: Any) -> CatatanReviu:
    """Catatan terbuka pada tabel target dan realisasi."""
    kolom = {
        "tempat": "tabel-setahun",
        "sebutan": "Tabel 3.1",
        "uraian": "Jelaskan.",
    } | fields
    return CatatanReviu.objects.create(reviu=reviu, nomor=nomor, versi=1, **kolom)


def make_meja(kabupaten: Kabupaten) -> None:
    """Satu baris tiap model meja reviu dan utas."""
    reviu = make_reviu(kabupaten)
    catatan = make_catatan(reviu)
    make_pedoman(kabupaten, versi=2)
    JadwalReviu.objects.create(
        kabupaten=kabupaten, tahun=2030, document="kinerja.Lkjip", tenggat="2031-02-20"
    )
    HasilReviu.objects.create(kabupaten=kabupaten, tahun=reviu.tahun, reviu=reviu)
    make_bukti_balasan(catatan)


def make_bukti_balasan(utas: Any) -> BuktiBalasan:
    """Jawaban dengan satu berkas."""
    now = timezone.now()
    balasan = Balasan.objects.create(
        kabupaten=utas.kabupaten, subjek=utas._meta.label, subjek_id=utas.pk, langkah="jawab",
        isi="Sudah.", by=User.objects.filter(kabupaten=utas.kabupaten).first(), at=now,
    )  # fmt: skip
    return BuktiBalasan.objects.create(
        balasan=balasan, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
