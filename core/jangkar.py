"""Jangkar: ujung tiap rantai, ditulis di luar basis data dan bersegel.

Satu baris satu ujung pada `jejak/jangkar.jsonl` di folder data, atau pada `AUDIT_ANCHOR`: rantai
yang dipotong, dihapus atau dipulihkan ke keadaan lama tidak lagi memuat ujung yang pernah ditulis.
Naskah yang ditandatangani memuat ujung saat itu pada cetakannya: jangkar di tangan orang.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from textwrap import wrap
from typing import Any

from django.conf import settings
from django.utils import timezone

from core.angka import ringkas
from core.models import AuditChain, AuditEvent
from core.segel import segel

Tertulis = dict[str, Any]  # waktu, kabupaten, nomor, hash, segel

PANJANG_CETAK = 16  # angka heksadesimal hash yang tercetak


@dataclass(frozen=True)
class Titik:
    """Satu kejadian pada rantai sebuah kabupaten.

    `kabupaten` kodenya, kosong bagi rantai bersama; `nomor` mulai 1; `hash` SHA-256 heksadesimal.
    """

    kabupaten: str
    nomor: int
    hash: str

    def __str__(self) -> str:
        """Sebagaimana tercetak: nomor dan awal hash-nya, empat-empat."""
        awal = self.hash[:PANJANG_CETAK]
        kelompok = "-".join(wrap(awal, 4))
        return f"#{ringkas(self.nomor)} {kelompok}"

    @property
    def is_ada(self) -> bool:
        """Masih pada rantainya, dengan hash yang sama."""
        events = AuditEvent.objects.filter(
            kabupaten=self.kabupaten, nomor=self.nomor, hash=self.hash
        )
        return events.exists()


def ujung(kabupaten: str) -> Titik:
    """Kejadian terakhir rantai itu kini."""
    chain = AuditChain.objects.get(kabupaten=kabupaten)
    return Titik(kabupaten, chain.nomor, chain.hash)


def berkas() -> Path:
    if settings.AUDIT_ANCHOR:
        return Path(settings.AUDIT_ANCHOR)
    return Path(settings.DATA_DIR) / "jejak" / "jangkar.jsonl"


def anchor() -> int:
    """Tulis ujung tiap rantai yang bertambah sejak jangkar terakhirnya; sebut banyaknya."""
    terakhir = {satu["kabupaten"]: satu["nomor"] for _, satu in _terbaca() if satu}
    baru = []
    for chain in AuditChain.objects.order_by("kabupaten"):
        if chain.nomor > terakhir.get(chain.kabupaten, 0):
            baru.append(_baris(chain))
    if baru:
        _append("".join(baru))
    return len(baru)


def _append(isi: str) -> None:
    """Yang terputus di tengah tulis dahulu (disk penuh, mati) tidak disambung barisnya."""
    path = berkas()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as tujuan:
        if tujuan.tell() and not _is_berakhir(path):
            isi = f"\n{isi}"
        tujuan.write(isi.encode())


def _is_berakhir(path: Path) -> bool:
    """Baris terakhirnya utuh."""
    with path.open("rb") as isi:
        isi.seek(-1, SEEK_END)
        return isi.read() == b"\n"


def _baris(chain: AuditChain) -> str:
    tertulis: Tertulis = {
        "waktu": timezone.now().isoformat(timespec="seconds"),
        "kabupaten": chain.kabupaten,
        "nomor": chain.nomor,
        "hash": chain.hash,
    }
    tertulis["segel"] = segel(json.dumps(tertulis))
    return json.dumps(tertulis) + "\n"


def _terbaca() -> Iterator[tuple[int, Tertulis | None]]:
    """Nomor baris dan ujungnya; `None` bila tidak terbaca atau segelnya tidak sah."""
    if not berkas().exists():
        return
    for nomor, baris in enumerate(berkas().read_text().splitlines(), 1):
        if not _is_terputus(baris):
            yield nomor, _tertulis(baris)


def _is_terputus(baris: str) -> bool:
    """Awal sebuah baris tanpa ujungnya: tidak menyatakan apa-apa, seperti baris yang tidak ada."""
    return baris.startswith("{") and not baris.endswith("}")


def _tertulis(baris: str) -> Tertulis | None:
    try:
        tertulis: Tertulis = json.loads(baris)
        segelnya = tertulis["segel"]
        isi = {nama: nilai for nama, nilai in tertulis.items() if nama != "segel"}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if segelnya == segel(json.dumps(isi)):
        return tertulis
    return None


def verify() -> Iterator[str]:
    """Satu kalimat tiap jangkar yang rusak, atau yang ujungnya tidak ada lagi pada rantainya."""
    for nomor, tertulis in _terbaca():
        if tertulis is None:
            yield f"Jangkar baris {nomor} rusak atau segelnya tidak sah"
        elif not _titik(tertulis).is_ada:
            nama = tertulis["kabupaten"] or "bersama"
            yield (
                f"Rantai {nama}: kejadian #{tertulis['nomor']} yang dijangkar {tertulis['waktu']} "
                "hilang atau berubah"
            )


def _titik(tertulis: Tertulis) -> Titik:
    return Titik(tertulis["kabupaten"], tertulis["nomor"], tertulis["hash"])
