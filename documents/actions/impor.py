"""Mengunggah dan menerapkan lembar kerja."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from core.door import NOTHING
from documents.impor import Hasil, Penerima, simpanan
from documents.models import Impor
from documents.models.impor import Terbaca
from documents.snapshot import digest

SemuaTerbaca = list[Terbaca]
SEMUA_BERBEDA = (
    "Semua isinya berbeda dari yang tercatat. Beri tanda “Ganti yang berbeda” bila memang diganti."
)
BUKAN_TERAKHIR = "Hanya impor terakhir yang sudah diterapkan yang dapat dibatalkan."
DISEBUT = 5  # baris yang disebut satu per satu
Pilih = Mapping[str, str]  # kunci ubahan → keputusannya
BELUM_DIAKUI = (
    "Jumlah pada lembar berbeda dari rinciannya. Beri tanda “Jumlah pada lembar berbeda, tetap "
    "pakai rincian” bila memang demikian."
)
TANPA_PILIHAN = "Belum ada yang dipilih untuk diterapkan."


def upload(
    *,
    penerima: Penerima,
    kisi: str,
    halaman: str,
    berkas: Any,
    by: Any,
    token: str | None = None,
) -> Impor:
    """Periksa berkas dan simpan hasil periksanya.

    `LembarRefused` bila berkasnya tidak dapat dibaca.
    """
    data = berkas.read()
    nama = str(berkas.name)
    tabel = penerima.read(nama, data)
    hasil = penerima.check(tabel)
    with audit.locked(penerima.kabupaten.kode):
        impor = impor_baru(penerima, kisi, halaman)
        banyak = _isi_hasil(impor, hasil)
        keep_berkas(impor, berkas, data, by)
        door.save(
            impor,
            by=by,
            action=audit.Action.LOAD,
            note=f"{banyak}, sha256 {impor.sha256}",
            token=token,
        )
    return impor


def impor_baru(penerima: Penerima, kisi: str, halaman: str) -> Impor:
    """Impor satu penerima, belum bersambung dengan berkasnya dan belum tersimpan."""
    return Impor(
        kabupaten=penerima.kabupaten,
        tahun=penerima.tahun,
        judul=penerima.judul,
        status=Impor.StatusImpor.MEMBACA,
        kisi=kisi,
        halaman=halaman,
    )


def keep_berkas(impor: Impor, berkas: Any, data: bytes, by: Any) -> None:
    """Berkasnya di penyimpanan; sidik dan pengunggahnya pada barisnya."""
    nama = str(berkas.name)
    impor.nama = nama[-200:]
    impor.ukuran = len(data)
    impor.sha256 = digest(data)
    impor.uploaded_by = str(by)[:200]
    impor.uploaded_at = timezone.now()
    berkas.seek(0)
    impor.berkas.save(impor.nama, berkas, save=False)


def record_check(*, impor: Impor, hasil: Hasil, by: Any) -> str:
    """Simpan hasil periksa berkas yang sudah tersimpan; sebut banyaknya."""
    banyak = _isi_hasil(impor, hasil)
    door.save(impor, by=by, note=f"Diperiksa: {banyak}.")
    return banyak


def _isi_hasil(impor: Impor, hasil: Hasil) -> str:
    """Status dan hasil periksanya pada barisnya; sebut banyak ubahan dan kesalahannya."""
    impor.status = Impor.StatusImpor.SIAP
    if hasil.kesalahan:
        impor.status = Impor.StatusImpor.DITOLAK
    elif not hasil.ubahan:
        impor.status = Impor.StatusImpor.SAMA
    impor.ubahan = hasil.ubahan
    impor.kesalahan = simpanan(hasil.kesalahan)
    impor.catatan = simpanan(hasil.catatan)
    impor.banyak_baris = hasil.banyak_baris
    impor.banyak_sama = hasil.sama
    ubahan = impor.banyak_ubahan
    kesalahan = impor.banyak_kesalahan
    return f"{ubahan} ubahan, {kesalahan} kesalahan"


def apply(
    *,
    impor: Impor,
    penerima: Penerima,
    by: Any,
    ganti: bool = False,
    pilih: Pilih = NOTHING,
    usul: bool = False,
    akui: bool = False,
) -> int:
    """Terapkan semua ubahan atau tidak satu pun dan sebut banyaknya.

    Yang berbeda hanya bila `ganti`; yang perlu keputusan menurut `pilih` (kunci → nilai), dan bila
    `usul` juga menurut usulnya; jumlah lembar yang lain dari rinciannya harus sudah diakui
    (`akui`). `Refused` bila impor tidak siap, ada yang belum diputuskan atau diakui, tidak ada yang
    boleh diterapkan, atau datanya sudah berubah.
    """
    with audit.locked(impor.kabupaten_kode):
        kini: Impor = Impor.objects.select_for_update().get(pk=impor.pk)
        refuse_unready(kini)
        refuse_beda(kini, akui)
        diminta = _diminta(kini, ganti)
        ubahan = _diputuskan(diminta, pilih, usul)
        if not ubahan:
            raise Refused(TANPA_PILIHAN if kini.diputuskan else SEMUA_BERBEDA)
        sidik = kini.sha256[:12]
        note = f"Impor {kini.nama}, sha256 {sidik}."
        try:
            penerima.apply_berkas(kini, ubahan, by=by, note=note)
        except Refused as error:
            raise Refused(f"Belum ada yang diterapkan: {error}") from error
        kini.status = Impor.StatusImpor.DITERAPKAN
        kini.applied_by = str(by)[:200]
        kini.applied_at = timezone.now()
        kini.keputusan = penerima.keputusan(ubahan)
        kini.jejak = penerima.jejak
        catatan = _catatan(len(kini.ubahan), len(diminta), len(ubahan), kini.jumlah_beda)
        door.save(kini, by=by, note=catatan)
    return len(ubahan)


def refuse_unready(impor: Impor) -> None:
    """`Refused` bila tidak, belum, atau tidak lagi siap diterapkan."""
    if impor.status != Impor.StatusImpor.SIAP:
        label = impor.get_status_display().lower()
        raise Refused(f"Impor ini berstatus {label}; tidak dapat diterapkan.")


def refuse_beda(impor: Impor, akui: bool) -> None:
    """`Refused` bila jumlah pada lembarnya lain dari rinciannya dan belum diakui."""
    if impor.jumlah_beda and not akui:
        raise Refused(BELUM_DIAKUI)


def _diminta(impor: Impor, ganti: bool) -> SemuaTerbaca:
    """Yang menimpa isi lain hanya bila diminta."""
    diminta = []
    for satu in impor.ubahan:
        if ganti or not satu.get("beda"):
            diminta.append(satu)
    return diminta


def undo(*, impor: Impor, penerima: Penerima, by: Any) -> None:
    """Kembalikan isi sebelum impor terakhir diterapkan, semua atau tidak satu pun.

    `Refused` bila bukan yang terakhir, atau ada yang dibangun di atasnya.
    """
    with audit.locked(impor.kabupaten_kode):
        kini: Impor = Impor.objects.select_for_update().get(pk=impor.pk)
        if not kini.is_dapat_batal:
            raise Refused(BUKAN_TERAKHIR)
        sidik = kini.sha256[:12]
        note = f"Impor {kini.nama}, sha256 {sidik}, dibatalkan."
        penerima.batalkan(kini.jejak, by=by, note=note)
        kini.status = Impor.StatusImpor.DIBATALKAN
        kini.jejak = []
        door.save(kini, by=by, note="Isi sebelum impor ini dikembalikan.")


def _diputuskan(ubahan: SemuaTerbaca, pilih: Pilih, usul: bool) -> SemuaTerbaca:
    """Ubahan yang jadi, dengan keputusannya.

    Yang tanpa keputusan dibiarkan, atau menahan semuanya bila wajib.
    """
    hasil = []
    belum = []
    for satu in ubahan:
        nilai = _keputusan(satu, pilih, usul)
        if nilai:
            hasil.append({**satu, "pilih": nilai})
        elif "pilihan" not in satu:
            hasil.append(satu)
        elif satu.get("wajib"):
            belum.append(satu["baris"])
    if belum:
        sebut = ", ".join(belum[:DISEBUT])
        lagi = " …" if len(belum) > DISEBUT else ""
        raise Refused(f"Belum diputuskan: {sebut}{lagi}.")
    return hasil


def _keputusan(ubahan: Terbaca, pilih: Pilih, usul: bool) -> str:
    """Pilihan pengirim, lalu yang sudah tercatat, lalu usulnya; kosong bila belum diputuskan."""
    pilihan = ubahan.get("pilihan")
    nilai = ""
    if pilihan is not None:
        nilai = pilih.get(ubahan["kunci"], "")
    nilai = nilai or ubahan.get("pilih", "")
    if usul:
        nilai = nilai or ubahan.get("usul", "")
    if nilai and pilihan is not None and nilai not in dict(pilihan):
        raise Refused(f"{ubahan['baris']}: keputusan itu tidak ada pada pilihannya.")
    return nilai


def _catatan(semua: int, diminta: int, jadi: int, beda: SemuaTerbaca) -> str:
    """Yang tidak diterapkan dan jumlah yang diakui `beda`, bagi jejak auditnya."""
    berbeda = semua - diminta
    dibiarkan = diminta - jadi
    kalimat = []
    if berbeda:
        kalimat.append(f"{berbeda} yang berbeda tidak diganti.")
    if dibiarkan:
        kalimat.append(f"{dibiarkan} dibiarkan tanpa keputusan.")
    if beda:
        sel = ", ".join(f"{satu['lembar']} {satu['sel']}" for satu in beda[:DISEBUT])
        lagi = " …" if len(beda) > DISEBUT else ""
        kalimat.append(f"Jumlah pada lembar berbeda ({sel}{lagi}), tetap pakai rincian.")
    return " ".join(kalimat)
