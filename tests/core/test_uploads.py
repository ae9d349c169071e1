"""Unggahan: kelebihan ukuran dibuang sambil lewat, ukuran aslinya tetap diketahui."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import OperationalError
from django.http.multipartparser import MultiPartParser
from django.test import RequestFactory

from core.uploads import MAX_BYTES, BerkasStorage, QuotaUploadHandler, is_disk_penuh

MEGA = 1024 * 1024
HEAD = b'--batas\r\nContent-Disposition: form-data; name="berkas"; filename="bukti.pdf"\r\n\r\n'
TAIL = b"\r\n--batas--\r\n"


class Stream:
    """Kiriman yang dibuat sambil dibaca, sehingga uji tidak memegang seluruhnya."""

    def __init__(self, size: int) -> None:
        self.parts = self.generate(size)

    def generate(self, size: int) -> Iterator[bytes]:
        yield HEAD
        for start in range(0, size, MEGA):
            yield b"x" * min(MEGA, size - start)
        yield TAIL

    def read(self, _size: int) -> bytes:
        return next(self.parts, b"")


def upload(size: int) -> tuple[Any, int]:
    """Berkas yang tiba dan banyak bita yang sempat ditulis ke cakram."""
    written = []

    class Handler(QuotaUploadHandler):
        def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
            super().receive_data_chunk(raw_data, start)
            written.append(self.file.tell())

    handler = Handler(RequestFactory().post("/"))
    meta = {
        "CONTENT_TYPE": "multipart/form-data; boundary=batas",
        "CONTENT_LENGTH": len(HEAD) + size + len(TAIL),
    }
    stream: Any = Stream(size)
    _, unggahan = MultiPartParser(meta, stream, [handler], "utf-8").parse()
    return unggahan["berkas"], max(written, default=0)


def test_100_mb_is_not_stored_and_its_size_is_known() -> None:
    berkas, on_disk = upload(100 * MEGA)
    assert berkas.size == 100 * MEGA
    assert berkas.name == "bukti.pdf"
    assert berkas.read() == b""
    assert on_disk <= MAX_BYTES


@pytest.mark.parametrize("size", [1, MEGA + 7, MAX_BYTES])
def test_allowed_size_arrives_whole(size: int) -> None:
    berkas, _ = upload(size)
    assert berkas.size == size
    assert berkas.read() == b"x" * size
    berkas.close()


def test_one_byte_too_many_arrives_empty() -> None:
    berkas, _ = upload(MAX_BYTES + 1)
    assert (berkas.size, berkas.read()) == (MAX_BYTES + 1, b"")


def test_every_upload_passes_the_quota(settings: Any) -> None:
    assert settings.FILE_UPLOAD_HANDLERS == ["core.uploads.QuotaUploadHandler"]
    assert issubclass(QuotaUploadHandler, TemporaryFileUploadHandler)


@contextmanager
def berkas_terbatas(bita: int) -> Iterator[None]:
    """Seperti disk yang hampir penuh: bita sesudah `bita` tidak tertulis."""
    semula = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bita, semula[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, semula)


def test_unggahan_tersimpan_utuh_atau_galat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Antar disk: yang tidak muat menjadi galat, tidak terpotong diam-diam."""

    def lain_disk(asal: Any, tujuan: Any) -> None:
        raise OSError(errno.EXDEV, "lain disk")

    monkeypatch.setattr(os, "rename", lain_disk)
    unggahan = TemporaryUploadedFile("lembar.xlsx", "", 50_000, None)
    unggahan.write(b"x" * 50_000)
    unggahan.flush()
    storage = BerkasStorage(location=tmp_path)
    with berkas_terbatas(10_000), pytest.raises(OSError):
        storage.save("satu.xlsx", unggahan)
    nama = storage.save("dua.xlsx", unggahan)
    assert (tmp_path / nama).stat().st_size == 50_000


class PenuhPostgres(Exception):
    pgcode = "53100"


def test_disk_penuh_dikenali_dari_asalnya() -> None:
    basis = OperationalError("could not extend file")
    basis.__cause__ = PenuhPostgres()
    assert is_disk_penuh(OSError(errno.ENOSPC, "penuh"))
    assert is_disk_penuh(basis)
    assert not is_disk_penuh(OperationalError("server closed the connection"))
    assert not is_disk_penuh(OSError(errno.EACCES, "bukan"))
    assert not is_disk_penuh(None)
