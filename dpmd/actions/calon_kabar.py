"""Yang patut dikabarkan kepada tiap orang satu kantor menurut keadaan datanya hari ini."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse

from accounts.actions.sebar import CalonKabar
from accounts.models import JenisKabar, Kabar, Kabupaten, User
from accounts.roles import Peran
from core.audit import Refused
from core.display import tulisan_dari
from core.periode import tanggal_panjang
from documents.actions.penyebutan import disebut
from documents.models import Balasan, Naskah, TanggapanTemuan, naskah_models
from documents.utas import HAK, LangkahUtas
from documents.workflow import KATA_LANGKAH, Status
from kinerja.models import PeriodeIsian
from kinerja.pengukuran.reports.belum_lapor import BelumLapor, belum_lapor
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.models import SK_HARI, Lembaga

SEPEKAN = datetime.timedelta(days=7)
SEBULAN = datetime.timedelta(days=30)
MENGISI = "kinerja.change_pengukuransub"
Pengguna = Sequence[User]
SemuaCalon = Iterator[CalonKabar]


@dataclass(frozen=True)
class Kantor:
    """Satu daerah, akun aktifnya, dan harinya."""

    kabupaten: Kabupaten
    pengguna: Pengguna
    hari: datetime.date

    def berhak(self, hak: str) -> Iterator[User]:
        """Akun yang boleh mengerjakannya."""
        for user in self.pengguna:
            if user.has_perm(hak):
                yield user


def calon_kabar(kabupaten: Kabupaten, hari: datetime.date) -> SemuaCalon:
    """Semua kabar yang kini berlaku; yang sudah pernah disebar disaring saat menyimpan."""
    aktif = User.objects.filter(kabupaten=kabupaten, is_active=True)
    kantor = Kantor(kabupaten, list(aktif.select_related("kabupaten", "bidang")), hari)
    for sumber in SUMBER:
        yield from sumber(kantor)


def naskah_menunggu(kantor: Kantor) -> SemuaCalon:
    """Naskah yang gilirannya, dan yang dikembalikan kepada pengajunya."""
    for user in kantor.pengguna:
        for model in naskah_models():
            for naskah in model.objects.visible_to(user).waiting_for(user):
                yield from _giliran(user, naskah)


def _giliran(user: User, naskah: Naskah) -> SemuaCalon:
    """Pengembalian bagi pengajunya, giliran bagi yang lain."""
    langkah = naskah.workflow.langkah_berikut(naskah.status)
    if naskah.status == Status.DRAFT:
        if naskah.catatan and naskah.submitted_by_id == user.pk:
            kunci = _kunci("kembali", naskah, naskah.submitted_at)
            judul = f"{naskah} dikembalikan"
            yield _tentang(user, JenisKabar.KEMBALI, kunci, judul, naskah, naskah.catatan)
    elif langkah:
        sejak = naskah.reviewed_at or naskah.approved_at or naskah.submitted_at
        kunci = _kunci("menunggu", naskah, sejak)
        kata = KATA_LANGKAH[langkah]
        judul = f"{naskah} menunggu {kata} Anda"
        isi = f"{naskah.get_status_display()} {tulisan_dari(sejak)}."
        yield _tentang(user, JenisKabar.MENUNGGU, kunci, judul, naskah, isi)


def naskah_sah(kantor: Kantor) -> SemuaCalon:
    """Naskah yang sepekan ini sah, bagi yang mengajukan, menyetujui dan mereviunya."""
    per_nomor = {user.pk: user for user in kantor.pengguna}
    for model in naskah_models():
        rows = model.objects.filter(kabupaten=kantor.kabupaten, pengesahan__isnull=False)
        for naskah in rows.filter(signed_at__date__gte=kantor.hari - SEPEKAN):
            kunci = _kunci("sah", naskah, naskah.signed_at)
            judul = f"{naskah} ditandatangani"
            saat = tulisan_dari(naskah.signed_at)
            isi = f"Oleh {naskah.signed_by}, {saat}."
            for nomor in _terlibat(naskah):
                user = per_nomor.get(nomor)
                if user:
                    yield _tentang(user, JenisKabar.SAH, kunci, judul, naskah, isi)


def _terlibat(naskah: Naskah) -> set[Any]:
    """Yang mengajukan, menyetujui dan mereviunya, selain yang menandatanganinya."""
    return {
        naskah.submitted_by_id,
        naskah.approved_by_id,
        naskah.reviewed_by_id,
    } - {naskah.signed_by_id, None}


def masa_isian(kantor: Kantor) -> SemuaCalon:
    """Masa isian yang baru dibuka, berakhir dalam tujuh hari, atau lewat dan belum lengkap."""
    hari = kantor.hari
    rows = PeriodeIsian.objects.filter(
        kabupaten=kantor.kabupaten, mulai__lte=hari, sampai__gte=hari - SEBULAN
    )
    for periode in rows:
        if hari - periode.mulai <= SEPEKAN:
            sampai = tanggal_panjang(periode.sampai)
            isi = f"Sampai {sampai}."
            yield from _masa(kantor, periode, JenisKabar.DIBUKA, "dibuka", isi)
        if periode.sampai - hari <= SEPEKAN:
            yield from _belum(kantor, periode)


def _belum(kantor: Kantor, periode: PeriodeIsian) -> SemuaCalon:
    """Yang sudah lengkap tidak dikabari."""
    kinerja = TahunKinerja(kantor.kabupaten, periode.tahun)
    for belum in belum_lapor(kinerja, kantor.hari):
        if belum.triwulan != periode.triwulan:
            continue
        isi = f"Belum dilaporkan: {sebutan_unit(belum)}."
        if periode.sampai < kantor.hari:
            yield from _masa(kantor, periode, JenisKabar.LEWAT, "lewat", isi)
        else:
            kata = f"berakhir {tanggal_panjang(periode.sampai)}"
            yield from _masa(kantor, periode, JenisKabar.BERAKHIR, kata, isi)


def sebutan_unit(belum: BelumLapor) -> str:
    """Unit dan banyak barisnya, yang terbanyak di depan."""
    return ", ".join(f"{nama} {banyak}" for nama, banyak in belum.per_unit)


def _masa(
    kantor: Kantor, periode: PeriodeIsian, jenis: JenisKabar, kata: str, isi: str
) -> SemuaCalon:
    """Satu masa isian bagi semua yang mengisinya."""
    kisi = reverse("kinerja:evaluasi_grid")
    url = f"{kisi}?tahun={periode.tahun}&triwulan={periode.triwulan}"
    kunci = f"{jenis}:{periode.pk}:{periode.mulai}:{periode.sampai}"
    for user in kantor.berhak(MENGISI):
        yield CalonKabar(user, jenis, kunci, f"{periode} {kata}", isi, url)


def sk_berakhir(kantor: Kantor) -> SemuaCalon:
    """Sekali sebulan, selama ada SK yang segera berakhir."""
    hari = kantor.hari
    rows = Lembaga.objects.filter(desa__kecamatan__kabupaten=kantor.kabupaten)
    banyak = rows.segera_berakhir(hari).count()
    if not banyak:
        return
    judul = f"{banyak} SK lembaga berakhir dalam {SK_HARI} hari"
    isi = "Perpanjang sebelum masa pengurusnya habis."
    url = reverse("villages:lembaga_berakhir")
    for user in kantor.berhak("villages.change_lembaga"):
        yield CalonKabar(user, JenisKabar.SK, f"sk:{hari:%Y-%m}", judul, isi, url)


def putusan(kantor: Kantor) -> SemuaCalon:
    """Penjelasan temuan yang sepekan ini diputuskan, bagi yang menjelaskannya."""
    per_nomor = {user.pk: user for user in kantor.pengguna}
    rows = TanggapanTemuan.objects.filter(kabupaten=kantor.kabupaten)
    for row in rows.filter(judged_at__date__gte=kantor.hari - SEPEKAN).select_related("judged_by"):
        user = per_nomor.get(row.answered_by_id)
        if user:
            kunci = f"putusan:{row.pk}:{row.judged_at:%Y%m%d%H%M%S}"
            judul = f"Penjelasan Anda atas {row}: {row.get_putusan_display().lower()}"
            yield CalonKabar(user, JenisKabar.DIJAWAB, kunci, judul, row.catatan)


def balasan(kantor: Kantor) -> SemuaCalon:
    """Balasan utas sepekan ini bagi pihak lainnya, dan bagi yang disebut di dalamnya."""
    rows = Balasan.objects.filter(kabupaten=kantor.kabupaten)
    for row in rows.filter(at__date__gte=kantor.hari - SEPEKAN).select_related("by"):
        model = apps.get_model(row.subjek)
        utas = model._default_manager.get(pk=row.subjek_id)
        sebutan = row.get_langkah_display()
        judul = f"{utas}: {sebutan.lower()}"
        url = utas.get_absolute_url()
        kunci = f"balasan:{row.pk}"
        for user in _pembaca(kantor, row):
            yield CalonKabar(user, JenisKabar.DIJAWAB, kunci, judul, row.isi, url)
        judul = f"{row.by} menyebut Anda pada {utas}"
        for user in _disebut(row, utas):
            yield CalonKabar(user, JenisKabar.DISEBUT, kunci, judul, row.isi, url)


def _pembaca(kantor: Kantor, row: Balasan) -> Iterator[User]:
    """Pihak lain pada utas itu."""
    jawab = LangkahUtas.JAWAB
    if row.langkah == jawab:
        yield from kantor.berhak(HAK[LangkahUtas.TERIMA])
        return
    sebelumnya = Balasan.objects.filter(subjek=row.subjek, subjek_id=row.subjek_id, langkah=jawab)
    penjawab = set(sebelumnya.values_list("by", flat=True))
    for user in kantor.pengguna:
        if user.pk in penjawab:
            yield user


def _disebut(row: Balasan, utas: Any) -> list[User]:
    """Yang disebut dengan @; yang kini tidak boleh membukanya tidak dikabari."""
    try:
        orang = disebut(row.isi, utas)
    except Refused:
        return []
    return [user for user in orang if user.pk != row.by_id]


def surat_gagal(kantor: Kantor) -> SemuaCalon:
    """Surat yang tidak dicoba lagi disebut kepada admin, dengan sebabnya."""
    rows = Kabar.objects.filter(kabupaten=kantor.kabupaten).undelivered()
    admin = [user for user in kantor.pengguna if Peran.ADMIN in user.peran]
    for row in rows.select_related("penerima"):
        kunci = f"surat:{row.penerima_id}:{row.dicoba_at:%Y-%m-%d}"
        judul = f"Surat kepada {row.penerima} ({row.penerima.email}) tidak terkirim"
        url = row.penerima.get_absolute_url()
        for user in admin:
            yield CalonKabar(user, JenisKabar.SURAT, kunci, judul, row.galat, url)


def _kunci(kejadian: str, naskah: Naskah, waktu: datetime.datetime | None) -> str:
    """Naskah yang sama pada langkah yang sama."""
    saat = f"{waktu:%Y%m%d%H%M%S}" if waktu else ""
    return f"{kejadian}:{naskah._meta.label}:{naskah.pk}:{naskah.status}:{saat}"


def _tentang(
    user: User, jenis: JenisKabar, kunci: str, judul: str, naskah: Naskah, isi: str
) -> CalonKabar:
    """Kabar yang membuka naskahnya."""
    return CalonKabar(user, jenis, kunci, judul, isi, naskah.get_absolute_url())


SUMBER: tuple[Callable[[Kantor], Any], ...] = (
    naskah_menunggu,
    naskah_sah,
    masa_isian,
    sk_berakhir,
    putusan,
    balasan,
    surat_gagal,
)
