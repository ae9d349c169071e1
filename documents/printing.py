"""Cetakan naskah: HTML dan PDF dari snapshot, kode verifikasi, simpanan PDF.

Mesinnya menurut jenis naskah: yang bertabel (`JenisNaskah.is_tabular`) disusun Typst, yang prosa
dicetak WeasyPrint.
"""

import secrets
from base64 import b32encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.text import slugify

from core.tabel import Tabel
from documents import render, signing
from documents.cetakan import Bagian, Cap, Cetakan, berkas, uraian
from documents.jenis import JenisNaskah
from documents.models import Naskah
from documents.snapshot import digest
from documents.workflow import Status

if TYPE_CHECKING:
    from documents.lampiran import Lampiran

Pendaftaran = JenisNaskah[Any]
TEMPLAT = "documents/print/naskah.typ"
SALINAN = "SALINAN – yang sah hanya PDF yang ditandatangani"
Isian = dict[str, Any]  # yang diisikan pada templat cetak


def print_pdf(naskah: Naskah) -> bytes:
    """PDF yang sah bila sudah ditandatangani; selain itu cetakan dari snapshot atau draf."""
    if naskah.pengesahan is not None:
        return stored(naskah.pengesahan.pdf)
    return draw_pdf(naskah)


def draw_pdf(naskah: Naskah, isi_cap: Isian | None = None) -> bytes:
    """PDF dari isi naskah; `isi_cap` kode verifikasinya, tanpa itu cetakan ditandai belum sah."""
    if naskah.jenis_naskah.is_tabular:
        return typeset(tabular(naskah, isi_cap))
    html = print_html(naskah, isi_cap)
    return prose_pdf(naskah, html)


def prose_pdf(naskah: Naskah, html: str, pantau: render.Pantau | None = None) -> bytes:
    """PDF naskah prosa dari cetakannya, beserta naskah sah yang dilampirkan."""
    pdf = render.pdf(html, pantau) if pantau else render.pdf(html)
    semua = lampiran(naskah)
    if not semua:
        return pdf
    from documents.lampiran import attach

    return attach(pdf, semua)


def lampiran(naskah: Naskah) -> "list[Lampiran]":
    """Naskah sah yang menyertainya; pada yang sudah sah, hanya yang lebih dahulu ditandatangani."""
    semua = []
    for sah in naskah.jenis_naskah.penyerta(naskah):
        if naskah.signed_at is None or sah.signed_at < naskah.signed_at:
            semua.append(sah)
    if not semua:
        return []
    from documents.lampiran import Lampiran  # pyHanko hanya dimuat bila ada yang dilampirkan

    return [Lampiran(sah, verification_url(sah.kode), _tersimpan(sah.pdf)) for sah in semua]


def _tersimpan(nama: str) -> bytes:
    """Kosong bila berkasnya hilang; melampirkannya lalu gagal dengan sebabnya."""
    try:
        return stored(nama)
    except OSError:
        return b""


def typeset(cetakan: Cetakan) -> bytes:
    """PDF satu cetakan bertabel."""
    isi = uraian(cetakan) | {"situs": settings.SITE_URL}
    return render.typeset(TEMPLAT, isi, berkas(cetakan))


def tabular(naskah: Naskah, isi_cap: Isian | None = None) -> Cetakan:
    """Susunan cetak naskah bertabel dari isinya."""
    isi = isi_naskah(naskah)
    bagian = _bagian(isi, naskah.jenis_naskah)
    return Cetakan(isi, bagian, cap(naskah, isi_cap))


def _bagian(isi: Any, jenis_naskah: Pendaftaran) -> tuple[Bagian, ...]:
    """Menurut susunan jenisnya bila ada; judul naskah prosa ditulis templatnya."""
    if jenis_naskah.layout:
        return tuple(jenis_naskah.layout(isi))
    if jenis_naskah.is_tabular:
        return (_utuh(isi, jenis_naskah),)
    tabel = _tabel(isi, jenis_naskah)
    return (Bagian(tabel=tabel),)


def _utuh(isi: Any, jenis_naskah: Pendaftaran) -> Bagian:
    """Naskah satu bagian: semua tabel lembarnya di bawah judul yang pertama."""
    tabel = _tabel(isi, jenis_naskah)
    return Bagian(
        judul=tuple(tabel[0].judul),
        tabel=tabel,
        is_berkop=jenis_naskah.has_kop,
    )


def _tabel(isi: Any, jenis_naskah: Pendaftaran) -> tuple[Tabel, ...]:
    """Semua tabel lembarnya."""
    tabel: Any = ()
    if jenis_naskah.lembar:
        tabel = jenis_naskah.lembar(isi)
    if isinstance(tabel, Tabel):
        return (tabel,)
    return tuple(tabel)


def cap(naskah: Naskah, isi_cap: Isian | None) -> Cap:
    """Keadaan naskah pada cetakannya, dan kode verifikasinya bila ditandatangani."""
    if isi_cap is None:
        return Cap(_keadaan(naskah))
    kode = isi_cap["kode"]
    url = verification_url(kode)
    return Cap(
        keadaan=keadaan_sah(isi_cap),
        is_sah=True,
        kode=kode,
        url=url,
        qr=signing.qr_code(url),
        is_pades=isi_cap["is_pades"],
    )


def _keadaan(naskah: Naskah) -> str:
    """Keadaan cetakan yang bukan naskah sahnya."""
    if naskah.is_signed:
        return "PRATINJAU – yang sah hanya PDF yang ditandatangani"
    label = naskah.get_status_display()
    return f"{label.upper()} – belum ditandatangani"


def keadaan_sah(isi_cap: Isian) -> str:
    """Sifat tanda tangan dan ujung jejak auditnya sebagaimana tercetak pada kaki halaman."""
    if isi_cap.get("is_salinan"):
        return SALINAN
    return f"{_sifat(isi_cap)} · jejak audit {isi_cap['jejak']}"


def _sifat(isi_cap: Isian) -> str:
    if isi_cap["is_pades"]:
        return "Ditandatangani secara elektronik"
    if isi_cap["banyak_pihak"]:
        return "Ditandatangani para pihak; daftarnya pada halaman verifikasi"
    return "Disahkan dalam sistem, tanpa sertifikat elektronik"


def isi_naskah(naskah: Naskah) -> Any:
    """Isi beku naskah yang sudah diajukan, atau isi kini selama masih draf.

    `Unreadable` bila isi bekunya rusak.
    """
    if naskah.status == Status.DRAFT or naskah.snapshot is None:
        return naskah.reading().isi
    return naskah.jenis_naskah.restore(naskah.snapshot.content)


def stored(nama: str) -> bytes:
    """Bita PDF yang tersimpan."""
    path = Path(settings.MEDIA_ROOT) / nama
    return path.read_bytes()


def print_html(naskah: Naskah, isi_cap: Isian | None = None, *, layar: str = "") -> str:
    """HTML cetak; `isi_cap` berisi kode verifikasi, tanpa itu cetakan ditandai belum sah.

    `layar` HTML yang hanya tampak di peramban.
    """
    if naskah.jenis_naskah.is_tabular:
        cetakan = tabular(naskah, isi_cap)
        isi = {"cetakan": cetakan, "p": cetakan.kepala, "cap": cetakan.cap, "layar": layar}
        return render.html(naskah.jenis_naskah.template, isi)
    beku = isi_naskah(naskah)
    context: Isian = {
        "p": beku,
        "bagian": _bagian(beku, naskah.jenis_naskah),
        "lampiran": lampiran(naskah),
        "cap": None,
        "layar": layar,
        "status": naskah.get_status_display(),
        "is_signed": naskah.is_signed,
    }
    if isi_cap:
        url = verification_url(isi_cap["kode"])
        qr = signing.qr_svg(url)
        context["cap"] = {
            **isi_cap,
            "url": url,
            "qr": qr,
            "keadaan": keadaan_sah(isi_cap),
        }
    return render.html(naskah.jenis_naskah.template, context)


def salinan_html(naskah: Naskah) -> str:
    """HTML cetak bagi salinan Word; salinan naskah sah menyebut kode verifikasinya."""
    sah = naskah.pengesahan
    if sah is None:
        return print_html(naskah)
    isi_cap = {"kode": sah.kode, "is_pades": False, "is_salinan": True}
    return print_html(naskah, isi_cap)


def site_url(path: str) -> str:
    """Alamat lengkap satu halaman, untuk QR."""
    return f"{settings.SITE_URL}{path}"


def verification_url(kode: str) -> str:
    """Alamat pada QR; dibuka siapa pun tanpa masuk."""
    return f"{settings.SITE_URL}/verifikasi/{kode}/"


def new_code() -> str:
    """Kode verifikasi acak 80 bit, empat kelompok empat aksara."""
    acak = secrets.token_bytes(10)
    teks = b32encode(acak).decode()
    kelompok = []
    for awal in range(0, 16, 4):
        akhir = awal + 4
        kelompok.append(teks[awal:akhir])
    return "-".join(kelompok)


def store_pdf(pdf: bytes) -> str:
    """Simpan menurut hash isinya; nama relatif terhadap MEDIA_ROOT.

    Isi yang sama boleh disimpan lagi: pihak tanpa sertifikat tidak mengubah PDF-nya, sedangkan
    berkas yang sudah ada hanya terbaca akun layanan.
    """
    nama = f"pengesahan/{digest(pdf)}.pdf"
    path = Path(settings.MEDIA_ROOT) / nama
    path.parent.mkdir(parents=True, exist_ok=True)
    baru = path.with_suffix(".baru")
    baru.unlink(missing_ok=True)
    baru.write_bytes(pdf)
    baru.chmod(0o440)
    baru.replace(path)
    return nama


def nama_berkas(naskah: Naskah) -> str:
    """Nama berkas tanpa akhiran; yang belum sah berawalan draf."""
    judul = slugify(naskah.judul)
    nama = f"{judul}-{naskah.tahun}"
    if naskah.is_signed:
        return nama
    return f"draf-{nama}"
