"""Gambar logo, unggahannya, dan isian perangkat daerah apa adanya."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.forms import PerangkatDaerahForm
from accounts.models import PerangkatDaerah, User


def picture(kind: str = "PNG", size: tuple[int, int] = (800, 400)) -> bytes:
    output = BytesIO()
    Image.new("RGB", size, "#14463d").save(output, kind)
    return output.getvalue()


def upload(isi: bytes, nama: str = "logo.png") -> dict[str, SimpleUploadedFile]:
    return {"logo": SimpleUploadedFile(nama, isi)}


def sent(kantor: PerangkatDaerah, user: User, **changes: Any) -> dict[str, Any]:
    form = PerangkatDaerahForm(instance=kantor, user=user)
    isian = {bound.html_name: bound.value() for bound in form}
    return {nama: nilai for nama, nilai in isian.items() if nilai not in (None, False)} | changes
