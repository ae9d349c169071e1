"""Batas ukuran unggahan: kelebihan dibuang sambil lewat, sehingga tidak memenuhi cakram."""

import errno
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MAX_BYTES = 10 * 1024 * 1024
PENUH = frozenset({errno.ENOSPC, errno.EDQUOT})
PENUH_BASIS = frozenset({"53100", "SQLITE_FULL"})  # sebutan PostgreSQL dan SQLite


def asal_galat(error: BaseException | None) -> Iterator[BaseException]:
    """`error`, lalu yang menyebabkannya sampai yang pertama."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def is_disk_penuh(error: BaseException | None) -> bool:
    """Disk berkas atau disk basis datanya penuh, sedalam apa pun sebabnya."""
    for satu in asal_galat(error):
        sebutan = getattr(satu, "pgcode", "") or getattr(satu, "sqlite_errorname", "")
        if sebutan in PENUH_BASIS:
            return True
        if isinstance(satu, OSError) and satu.errno in PENUH:
            return True
    return False


class BerkasStorage(FileSystemStorage):
    """Berkas unggahan disalin utuh, atau galat.

    Django memindahkannya antar disk tanpa memeriksa yang tertulis: pada disk yang hampir penuh
    sisanya hilang tanpa galat.
    """

    def _save(self, name: str, content: Any) -> str:
        """Dialirkan, bukan dipindahkan."""
        return super()._save(name, File(content))


class QuotaUploadHandler(TemporaryFileUploadHandler):
    """Menerima sampai `MAX_BYTES`; di atas itu berkas tiba kosong dengan ukuran aslinya."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= MAX_BYTES:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> Any:
        """Yang terlalu besar tidak disimpan; ukurannya tetap disebut."""
        if file_size <= MAX_BYTES:
            return super().file_complete(file_size)
        self.file.close()
        return InMemoryUploadedFile(
            file=BytesIO(),
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )
