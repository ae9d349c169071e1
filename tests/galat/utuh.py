"""Yang harus benar sesudah tiap gangguan; satu kalimat tiap pelanggaran."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps

from accounts.models import Bidang
from core import keutuhan
from core.models import AuditChain, AuditEvent
from documents import verification
from documents.models import StatusTugas, Tugas
from tests.galat.pekerja import JENIS, nama_bidang

Ujung = tuple[int, str]  # nomor dan hash kejadian terakhir yang sudah diperiksa


@dataclass
class Rantai:
    """Rantai diperiksa dari kejadian terakhir yang sudah diperiksa; tabelnya yang berubah saja."""

    terakhir: dict[str, Ujung] = field(default_factory=dict)

    def check(self) -> Iterator[str]:
        tersentuh: set[str] = set()
        for chain in AuditChain.objects.order_by("kabupaten"):
            yield from self._check_satu(chain, tersentuh)
        for label in sorted(tersentuh):
            model = apps.get_model(label)
            if keutuhan.tersimpan(model) != keutuhan.tercatat(model):
                yield from keutuhan.verify_rows([model])

    def _check_satu(self, chain: AuditChain, tersentuh: set[str]) -> Iterator[str]:
        nomor, sidik = self.terakhir.get(chain.kabupaten, (0, ""))
        baru = AuditEvent.objects.filter(kabupaten=chain.kabupaten, nomor__gt=nomor)
        for event in baru.order_by("nomor").iterator():
            nomor += 1
            if event.nomor != nomor:
                yield f"Rantai {chain.kabupaten}: kejadian #{nomor} hilang."
                nomor = event.nomor
            if masalah := keutuhan._masalah_kejadian(event, sidik, True):
                yield f"Rantai {chain.kabupaten}: #{event.nomor} {masalah}."
            sidik = event.hash
            tersentuh.update(event.keadaan)
        if (chain.nomor, chain.hash) != (nomor, sidik):
            yield f"Rantai {chain.kabupaten} tidak berakhir di #{chain.nomor}."
        self.terakhir[chain.kabupaten] = (nomor, sidik)


def check_tugas(semua_nomor: Iterable[int], *, is_akhir: bool = False) -> Iterator[str]:
    """Akibat tiap tugas tepat sekali bila selesai, dan tidak ada bila tidak."""
    for tugas in Tugas.objects.filter(pk__in=list(semua_nomor), jenis=JENIS):
        yield from _check_akibat(tugas)
        if is_akhir and tugas.is_active:
            yield f"Tugas {tugas.pk} tidak pernah berakhir."


def _check_akibat(tugas: Tugas) -> Iterator[str]:
    is_selesai = tugas.status == StatusTugas.SELESAI
    berlaku = Bidang.objects.filter(nama=nama_bidang(tugas.sidik)).count()
    if berlaku != int(is_selesai):
        yield f"Tugas {tugas.pk} {tugas.status}, akibatnya {berlaku} kali."
    if is_selesai and not _is_tersimpan(tugas):
        yield f"Hasil tugas {tugas.pk} tidak tersimpan."
    if tugas.status == StatusTugas.GAGAL and not tugas.galat:
        yield f"Tugas {tugas.pk} gagal tanpa sebab."


def _is_tersimpan(tugas: Tugas) -> bool:
    return bool(tugas.berkas.storage.exists(str(tugas.berkas)))


def check_semuanya() -> Iterator[str]:
    """`verify_audit` dan `verify_documents`."""
    yield from keutuhan.verify()
    yield from verification.verify()
