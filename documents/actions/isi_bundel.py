"""Isi satu bundel bukti: yang ditandatangani, tabel sumber, berkas bukti, dan jejaknya."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils.text import slugify

from core import audit, spreadsheet
from core.audit import Refused
from core.models import AuditEvent
from documents import check_bundel
from documents.models import TandaTangan
from documents.printing import stored, verification_url
from documents.snapshot import digest
from documents.tugas import Kemajuan

MEGABITA = 1024**2
TERBESAR = 100 * MEGABITA  # bita bukti satu bundel
PEMERIKSA = "periksa.py"
PETUNJUK = """Bundel bukti {naskah}

Periksa keutuhannya tanpa jaringan, cukup dengan Python 3:

    python3 -I periksa.py

naskah.pdf       yang ditandatangani
isi.json         isi beku yang ditandatangani
pengesahan.json  kode verifikasi, penanda tangan, hash PDF dan isinya
sumber/          tabel sumber tahun naskah dan tahun sebelumnya, saat bundel dibuat
bukti/           berkas bukti; asalnya pada bukti.json
jejak.json       kejadian audit naskah dan buktinya
MANIFEST.json    SHA-256 tiap berkas; sidiknya pada SIDIK.txt

Yang mengubah berkas dapat pula mengubah MANIFEST.json dan SIDIK.txt. Maka cocokkan sidiknya
dengan yang tertulis pada riwayat naskahnya, dan PDF-nya pada {verifikasi}.
"""
Isi = dict[str, bytes]  # nama berkas → isinya


def isi_bundel(naskah: Any, kemajuan: Kemajuan) -> Isi:
    """Semua berkas selain manifest, menurut urutan di dalam zip."""
    bukti = list(_bukti(naskah))
    isi = _pokok(naskah)
    isi[check_bundel.BUKTI] = to_json([_asal(row) for row in bukti])
    isi[check_bundel.JEJAK] = _jejak(naskah, bukti)
    for label, jalan in naskah.jenis_naskah.sumber:
        nama = f"sumber/{label}.csv"
        isi[nama] = _csv(naskah, label, jalan)
    kemajuan.lanjut()
    banyak = len(bukti)
    for nomor, row in enumerate(bukti, start=1):
        nama = _nama(row)
        isi[nama] = _berkas(row)
        kemajuan.lapor(nomor, banyak)
    return isi


def _pokok(naskah: Any) -> Isi:
    """Petunjuk, pemeriksa, dan yang ditandatangani."""
    pengesahan = naskah.pengesahan
    petunjuk = PETUNJUK.format(
        naskah=naskah,
        verifikasi=verification_url(pengesahan.kode),
    )
    pemeriksa = Path(check_bundel.__file__)
    beku = pengesahan.snapshot.content
    return {
        "BACA.txt": petunjuk.encode(),
        PEMERIKSA: pemeriksa.read_bytes(),
        check_bundel.NASKAH: _pdf(pengesahan),
        check_bundel.ISI: beku.encode(),
        check_bundel.PENGESAHAN: to_json(_pengesahan(pengesahan)),
    }


def _bukti(naskah: Any) -> Iterator[Any]:
    """Berkas bukti tahun naskah; `Refused` bila seluruhnya terlalu besar."""
    besar = 0
    for label, jalan in naskah.jenis_naskah.bukti:
        for row in _rows(naskah, label, {jalan: naskah.tahun}):
            besar += row.ukuran
            yield row
    if besar > TERBESAR:
        megabita = besar // MEGABITA
        batas = TERBESAR // MEGABITA
        raise Refused(f"Bukti naskah ini {megabita} MB; satu bundel paling besar {batas} MB.")


def _rows(naskah: Any, label: str, saringan: dict[str, Any]) -> Any:
    """Baris milik kabupaten naskahnya."""
    model: Any = apps.get_model(label)
    milik = {model.kabupaten_path: naskah.kabupaten_id}
    return model._default_manager.filter(**milik, **saringan).order_by("pk")


def _csv(naskah: Any, label: str, jalan: str) -> bytes:
    """Tiap kolom yang tercatat pada jejak audit, tahun naskah dan tahun sebelumnya."""
    tahun = (naskah.tahun - 1, naskah.tahun)
    rows = _rows(naskah, label, {f"{jalan}__in": tahun})
    kepala: list[str] = []
    baris = []
    for row in rows.iterator():
        nilai = audit.nilai_kolom(row)
        kepala = ["nomor", "sebutan", *nilai]
        baris.append([row.pk, str(row), *nilai.values()])
    return spreadsheet.teks_csv(kepala, baris).encode()


def _nama(row: Any) -> str:
    """Nama asli tanpa aksara yang tidak sah pada zip; nomornya membedakan yang senama."""
    nama = Path(row.nama)
    pokok = slugify(nama.stem)
    akhiran = nama.suffix.lower()
    return f"bukti/{row._meta.model_name}-{row.pk}-{pokok}{akhiran}"


def _berkas(row: Any) -> bytes:
    """`Refused` bila berkasnya tiada atau bukan yang dilampirkan."""
    try:
        with row.berkas.open("rb") as aliran:
            isi: bytes = aliran.read()
    except OSError as error:
        raise Refused(f"Bukti “{row.nama}” tidak ditemukan di peladen.") from error
    if digest(isi) != row.sha256:
        raise Refused(f"Bukti “{row.nama}” telah berubah sejak dilampirkan; beri tahu admin.")
    return isi


def _pdf(pengesahan: Any) -> bytes:
    """`Refused` bila PDF sahnya tiada atau berubah."""
    try:
        pdf = stored(pengesahan.pdf)
    except OSError as error:
        raise Refused("PDF yang ditandatangani tidak ditemukan di peladen.") from error
    if digest(pdf) != pengesahan.pdf_sha256:
        raise Refused("PDF yang ditandatangani telah berubah; beri tahu admin.")
    return pdf


def _asal(row: Any) -> dict[str, Any]:
    """Berkas bukti dan baris yang dibuktikannya."""
    return {
        "berkas": _nama(row),
        "model": row._meta.label,
        "nomor": str(row.pk),
        "pada": str(row),
        "nama": row.nama,
        "sha256": row.sha256,
        "diunggah_oleh": row.uploaded_by,
        "diunggah": row.uploaded_at.isoformat(),
    }


def _pengesahan(pengesahan: Any) -> dict[str, Any]:
    """Yang dikonfirmasi halaman verifikasi, dan tanda tangan tiap pihak."""
    pihak = []
    for satu in TandaTangan.objects.of(pengesahan.snapshot):
        pihak.append(
            {
                "urutan": satu.urutan,
                "nama": satu.nama,
                "jabatan": satu.jabatan,
                "ditandatangani": satu.signed_at.isoformat(),
                "pdf_sha256": satu.pdf_sha256,
                "bertanda_tangan_elektronik": satu.is_pades,
                "jejak_audit": str(satu.jejak or ""),
            }
        )
    return {
        "judul": pengesahan.judul,
        "nomor": pengesahan.nomor,
        "tanggal": pengesahan.tanggal.isoformat(),
        "kode": pengesahan.kode,
        "verifikasi": verification_url(pengesahan.kode),
        "penanda_tangan": pengesahan.penanda_tangan,
        "ditandatangani": pengesahan.signed_at.isoformat(),
        "pdf_sha256": pengesahan.pdf_sha256,
        "isi_sha256": pengesahan.snapshot.sha256,
        "pihak": pihak,
    }


def _jejak(naskah: Any, bukti: list[Any]) -> bytes:
    """Kejadian naskah dan tiap buktinya, urut nomornya."""
    per_model: dict[str, list[str]] = {}
    for row in (naskah, *bukti):
        nomor = per_model.setdefault(row._meta.label, [])
        nomor.append(str(row.pk))
    tentang = Q(pk=None)
    for label, nomor in per_model.items():
        tentang |= Q(model=label, object_id__in=nomor)
    milik = AuditEvent.objects.filter(kabupaten=naskah.kabupaten_kode)
    rows = milik.filter(tentang).order_by("nomor")
    kejadian = []
    for event in rows.iterator():
        kejadian.append({"isi": audit.isi(event), "hash": event.hash})
    return to_json(kejadian)


def to_json(isi: Any) -> bytes:
    """Kunci berurut, terbaca orang."""
    tulisan = json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True)
    return tulisan.encode()
