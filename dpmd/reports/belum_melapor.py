"""Siapa belum melapor setahun, per bidang dan per kecamatan, dengan yang kurang."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import JenisKabar, Kabar, Kabupaten, User
from core.periode import TRIWULAN
from kinerja.pengukuran.reports.belum_lapor import TANPA_UNIT, belum_lapor
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.reports.lembaga import Kelengkapan, kelengkapan

BIDANG = "bidang"
KECAMATAN = "kecamatan"
DISEBUT = 3  # nama baris yang disebut satu per satu


@dataclass(frozen=True)
class UnitBelum:
    """Satu unit: apa yang kurang, siapa yang ditagih, dan apakah hari ini sudah."""

    jenis: str
    kunci: str
    nama: str
    kurang: tuple[str, ...]
    halaman: str
    penerima: tuple[User, ...]
    is_ditagih: bool = False

    @property
    def alamat(self) -> str:
        """Nama unit pada formulir penagihan."""
        return f"{self.jenis}:{self.kunci}"


def belum_melapor(kabupaten: Kabupaten, tahun: int) -> list[UnitBelum]:
    """Bidang dahulu, lalu kecamatan; yang sudah lengkap tidak disebut."""
    hari = timezone.localdate()
    aktif = User.objects.filter(kabupaten=kabupaten, is_active=True).select_related("bidang")
    pengguna = list(aktif)
    return [*_bidang(kabupaten, tahun, hari, pengguna), *_kecamatan(kabupaten, tahun, pengguna)]


def kunci_tagih(unit: UnitBelum, tahun: int, hari: datetime.date) -> str:
    """Satu tagihan tiap unit tiap hari."""
    return f"tagih:{tahun}:{unit.alamat}:{hari}"


def sudah_ditagih(semua: Sequence[UnitBelum], tahun: int) -> set[str]:
    """Alamat unit yang hari ini sudah ditagih siapa pun."""
    hari = timezone.localdate()
    kunci = {kunci_tagih(unit, tahun, hari): unit.alamat for unit in semua}
    rows = Kabar.objects.filter(jenis=JenisKabar.DITAGIH, kunci__in=kunci)
    return {kunci[satu] for satu in rows.values_list("kunci", flat=True)}


def _bidang(
    kabupaten: Kabupaten, tahun: int, hari: datetime.date, pengguna: Sequence[User]
) -> Iterator[UnitBelum]:
    """Pengukuran triwulan menurut penanggung jawabnya."""
    kinerja = TahunKinerja(kabupaten, tahun)
    per_unit: dict[Any, list[str]] = {}
    for belum in belum_lapor(kinerja, hari):
        per_baris: dict[Any, list[str]] = {}
        for simpul in belum.baris:
            nama = per_baris.setdefault(simpul.obj.penanggung_jawab, [])
            nama.append(str(simpul.obj))
        for unit, nama in per_baris.items():
            kalimat = f"{TRIWULAN[belum.triwulan]}: {_ringkas(nama)}"
            per_unit.setdefault(unit, []).append(kalimat)
    kisi = f"{reverse('kinerja:evaluasi_grid')}?tahun={tahun}"
    for unit, kurang in per_unit.items():
        nomor = getattr(unit, "pk", 0)
        yield UnitBelum(
            jenis=BIDANG,
            kunci=str(nomor),
            nama=str(unit or TANPA_UNIT),
            kurang=tuple(kurang),
            halaman=f"{kisi}&bidang={nomor}" if nomor else kisi,
            penerima=_penerima(pengguna, "kinerja.change_pengukuransub", unit),
        )


def _ringkas(nama: Sequence[str]) -> str:
    """Nama yang pertama, lalu banyak selebihnya."""
    disebut = "; ".join(nama[:DISEBUT])
    lain = len(nama) - DISEBUT
    if lain > 0:
        return f"{disebut}; {lain} lainnya"
    return disebut


def _penerima(pengguna: Sequence[User], hak: str, unit: Any) -> tuple[User, ...]:
    """Akun unit itu sendiri bila ada; selain itu semua yang boleh mengisinya."""
    milik = []
    for user in pengguna:
        if unit and user.bidang_id == unit.pk:
            milik.append(user)
    pengisi = [user for user in pengguna if user.has_perm(hak)]
    return tuple(milik or pengisi)


def _kecamatan(kabupaten: Kabupaten, tahun: int, pengguna: Sequence[User]) -> Iterator[UnitBelum]:
    """Rekap lembaga, rincian desa, kegiatan PKK dan kerja sama."""
    penerima = _penerima(pengguna, "villages.change_rekaplembaga", None)
    for satu in kelengkapan(kabupaten, tahun):
        kurang = _kurang(satu)
        if kurang:
            yield UnitBelum(
                jenis=KECAMATAN,
                kunci=str(satu.kecamatan.pk),
                nama=satu.kecamatan.nama_saat,
                kurang=kurang,
                halaman=_halaman(satu, tahun),
                penerima=penerima,
            )


def _halaman(satu: Kelengkapan, tahun: int) -> str:
    """Kisi yang pertama kurang pada kecamatan itu."""
    if not satu.rekap:
        kisi = "villages:rekaplembaga_grid"
    elif not satu.pkk:
        kisi = "villages:kegiatanpkk_grid"
    elif satu.is_rincian and satu.rincian < satu.desa:
        kisi = "villages:rincianlembaga_grid"
    else:
        kisi = "villages:kerjasama_grid"
    return f"{reverse(kisi)}?tahun={tahun}&kecamatan={satu.kecamatan.pk}"


def _kurang(satu: Kelengkapan) -> tuple[str, ...]:
    """Yang belum dilaporkan satu kecamatan."""
    kurang = []
    if not satu.rekap:
        kurang.append("Rekap lembaga")
    if satu.is_rincian and satu.rincian < satu.desa:
        kurang.append(f"Rincian lembaga: {satu.rincian} dari {satu.desa} desa")
    if not satu.pkk:
        kurang.append("Kegiatan PKK Pokja II")
    if satu.kerja_sama_terisi < satu.kerja_sama:
        kurang.append(f"Kerja sama: {satu.kerja_sama_terisi} dari {satu.kerja_sama} terisi")
    return tuple(kurang)
