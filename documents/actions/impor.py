"""Mengunggah dan menerapkan lembar kerja."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from core.door import NOTHING
from documents.impor import Penerima, simpanan
from documents.models import Impor
from documents.snapshot import digest

SEMUA_BERBEDA = (
    "Semua isinya berbeda dari yang tercatat. Beri tanda “Ganti yang berbeda” bila memang diganti."
)
TANPA_PILIHAN = "Belum ada yang dipilih untuk diterapkan."


def upload(
    *,
    penerima: Penerima,
    kisi: str,
    halaman: str,
    file: Any,
    by: Any,
    token: str | None = None,
) -> Impor:
    """Periksa berkas dan simpan hasil periksanya; `LembarRefused` bila berkasnya tidak dapat dibaca."""
    data = file.read()
    hasil = penerima.periksa(penerima.baca(str(file.name), data))
    status = Impor.Status.DITOLAK if hasil.kesalahan or not hasil.ubahan else Impor.Status.SIAP
    with audit.locked(penerima.kabupaten.kode):
        impor = Impor(
            kabupaten=penerima.kabupaten,
            tahun=penerima.tahun,
            kisi=kisi,
            judul=penerima.judul,
            halaman=halaman,
            status=status,
            ubahan=hasil.ubahan,
            kesalahan=simpanan(hasil.kesalahan),
            catatan=simpanan(hasil.catatan),
            banyak_baris=hasil.banyak_baris,
            banyak_sama=hasil.sama,
            nama=str(file.name)[-200:],
            ukuran=len(data),
            sha256=digest(data),
            uploaded_by=str(by)[:200],
            uploaded_at=timezone.now(),
        )
        file.seek(0)
        impor.berkas.save(impor.nama, file, save=False)
        note = (
            f"{len(hasil.ubahan)} ubahan, {len(hasil.kesalahan)} kesalahan, sha256 {impor.sha256}"
        )
        door.save(
            impor,
            by=by,
            action=audit.Action.LOAD,
            note=note,
            token=token,
        )
    return impor


def apply(
    *,
    impor: Impor,
    penerima: Penerima,
    by: Any,
    ganti: bool = False,
    pilih: Mapping[str, str] = NOTHING,
    usul: bool = False,
) -> int:
    """Terapkan semua ubahan atau tidak satu pun dan sebut banyaknya.

    Yang berbeda hanya bila `ganti`; yang perlu keputusan menurut `pilih` (kunci → nilai), dan bila
    `usul` juga menurut usulnya. `Refused` bila impor tidak siap, ada yang belum diputuskan, tidak
    ada yang boleh diterapkan, atau datanya sudah berubah.
    """
    with audit.locked(impor.kabupaten_kode):
        current: Impor = Impor.objects.select_for_update().get(pk=impor.pk)
        if current.status != Impor.Status.SIAP:
            raise Refused(
                f"Impor ini berstatus {current.get_status_display().lower()}; tidak dapat diterapkan."
            )
        diminta = [u for u in current.ubahan if ganti or not u.get("beda")]
        ubahan = _diputuskan(diminta, pilih, usul)
        if not ubahan:
            raise Refused(TANPA_PILIHAN if current.diputuskan else SEMUA_BERBEDA)
        try:
            penerima.terapkan(
                ubahan, by=by, note=f"Impor {current.nama}, sha256 {current.sha256[:12]}."
            )
        except Refused as error:
            raise Refused(f"Belum ada yang diterapkan: {error} Unggah ulang berkasnya.") from error
        current.status = Impor.Status.DITERAPKAN
        current.applied_by = str(by)[:200]
        current.applied_at = timezone.now()
        current.keputusan = penerima.keputusan(ubahan)
        door.save(
            current,
            by=by,
            note=_catatan(len(current.ubahan), len(diminta), len(ubahan)),
        )
    return len(ubahan)


def _diputuskan(
    ubahan: list[dict[str, Any]],
    pilih: Mapping[str, str],
    usul: bool,
) -> list[dict[str, Any]]:
    """Ubahan yang jadi, dengan keputusannya; yang tanpa keputusan dibiarkan atau menahan semuanya."""
    hasil = []
    belum = []
    for u in ubahan:
        nilai = pilih.get(u["kunci"], "") if "pilihan" in u else ""
        nilai = nilai or u.get("pilih", "") or (u.get("usul", "") if usul else "")
        if nilai and nilai not in {satu for satu, _ in u.get("pilihan", [[nilai, ""]])}:
            raise Refused(f"{u['baris']}: keputusan itu tidak ada pada pilihannya.")
        if nilai or "pilihan" not in u:
            hasil.append(u | {"pilih": nilai} if nilai else u)
        elif u.get("wajib"):
            belum.append(u["baris"])
    if belum:
        sebut = ", ".join(belum[:5])
        raise Refused(f"Belum diputuskan: {sebut}{' …' if len(belum) > 5 else ''}.")
    return hasil


def _catatan(semua: int, diminta: int, jadi: int) -> str:
    """Yang tidak diterapkan, bagi jejak auditnya."""
    berbeda = semua - diminta
    dibiarkan = diminta - jadi
    kalimat = [
        f"{berbeda} yang berbeda tidak diganti." if berbeda else "",
        f"{dibiarkan} dibiarkan tanpa keputusan." if dibiarkan else "",
    ]
    return " ".join(filter(None, kalimat))
