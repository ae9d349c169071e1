"""Yang belum diisi setahun, dengan sebab, batas waktu, kemajuan, dan halaman untuk mengisinya."""

import datetime
from itertools import chain
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import Kabupaten
from core.periode import TRIWULAN, akhir_tahun
from idm.models import IsianIdm
from kinerja.models import CatatanReviu, Rekomendasi
from kinerja.naskah.lkjip.reports.kelengkapan import (
    pagu_kurang,
    realisasi_kurang,
    serapan_kurang,
    target_kurang,
    uang_kurang,
)
from kinerja.naskah.lkjip.reports.kurang import Kemajuan, Kurang, SemuaKurang, sekelompok
from kinerja.pengukuran.reports.belum_lapor import belum_lapor
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.models import SK_HARI, AnggotaKerjaSama, Kecamatan, Lembaga, RekapLembaga
from villages.reports.wilayah import is_berdesa

PENYAMPAIAN = (2, 28)  # bulan dan hari tahun berikutnya: dua bulan sesudah tahun anggaran


def belum_diisi(user: Any, tahun: int) -> SemuaKurang:
    """Yang sudah waktunya tetapi belum lengkap; tahun yang akan datang hanya direncanakan."""
    if user.kabupaten_id is None:
        return []
    today = timezone.localdate()
    kinerja = TahunKinerja(user.kabupaten, tahun)
    semua = _rencana(kinerja)
    if tahun <= today.year:
        semua += _berjalan(kinerja, today)
    if akhir_tahun(tahun) < today:
        semua += _hasil(kinerja)
    return [satu.bagi(user) for satu in semua]


def batas_lkjip(tahun: int) -> datetime.date:
    """Laporan perangkat daerah disampaikan dua bulan sesudah tahun anggaran (Perpres 29/2014)."""
    return datetime.date(tahun + 1, *PENYAMPAIAN)


def _rencana(kinerja: TahunKinerja) -> SemuaKurang:
    """Target, program dan pagunya."""
    tahun = kinerja.tahun
    indikator = len(kinerja.pengukuran.indikator)
    target = sekelompok(target_kurang(kinerja), f"Target {tahun}", indikator, "indikator")
    program = kinerja.anggaran.baris
    if not program:
        return [*target, *uang_kurang(kinerja)]
    pagu = sekelompok(pagu_kurang(kinerja), f"Pagu {tahun}", len(program), "program")
    return [*target, *pagu]


def _hasil(kinerja: TahunKinerja) -> SemuaKurang:
    """Realisasi setahun, sesudah tahunnya berakhir."""
    tahun = kinerja.tahun
    indikator = len(kinerja.pengukuran.indikator)
    capaian = realisasi_kurang(kinerja)
    serapan = serapan_kurang(kinerja)
    program = len(kinerja.anggaran.baris)
    return [
        *sekelompok(capaian, f"Realisasi {tahun}", indikator, "indikator"),
        *sekelompok(serapan, f"Realisasi anggaran {tahun}", program, "program"),
    ]


def _berjalan(kinerja: TahunKinerja, today: datetime.date) -> SemuaKurang:
    """Yang dikumpulkan sepanjang tahunnya."""
    kabupaten = kinerja.kabupaten
    tahun = kinerja.tahun
    return [
        *_pengukuran(kinerja, today),
        *_kecamatan(kabupaten, tahun),
        *_kerja_sama(kabupaten, tahun),
        *_desa(kabupaten, tahun, today),
        *_rekomendasi(kinerja),
    ]


def _pengukuran(kinerja: TahunKinerja, today: datetime.date) -> SemuaKurang:
    """Triwulan yang sudah waktunya dan barisnya belum dilaporkan, dengan unit yang ditunggu."""
    kisi = reverse("kinerja:evaluasi_grid")
    kurang = []
    for belum in belum_lapor(kinerja, today):
        label = f"Pengukuran {TRIWULAN[belum.triwulan]} {kinerja.tahun}"
        unit = []
        for nama, banyak in belum.per_unit:
            unit.append(f"{nama} {banyak}")
        ditunggu = ", ".join(unit)
        alasan = f"Belum dilaporkan: {ditunggu}. {belum.tertutup(today)}"
        url = f"{kisi}?tahun={kinerja.tahun}&triwulan={belum.triwulan}"
        terlapor = belum.terjadwal - len(belum.baris)
        satu = Kurang(
            label=label,
            url=url,
            hak="kinerja.change_pengukuransub",
            alasan=alasan.strip(),
            tenggat=belum.tenggat,
            kemajuan=Kemajuan(terlapor, belum.terjadwal, "baris"),
        )
        kurang.append(satu)
    return kurang


def _kecamatan(kabupaten: Kabupaten, tahun: int) -> SemuaKurang:
    """Kecamatan yang belum melaporkan rekap lembaga selengkapnya."""
    lengkap = RekapLembaga.objects.lengkap()
    rekap = lengkap.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun)
    semua = kecamatan.count()
    belum = kecamatan.exclude(pk__in=rekap.values("kecamatan"))
    nama = list(belum.values_list("nama_saat", flat=True))
    if not nama:
        return []
    kisi = reverse("villages:rekaplembaga_grid")
    url = f"{kisi}?tahun={tahun}"
    disebut = ", ".join(nama)
    alasan = f"Belum melapor lengkap: {disebut}."
    kemajuan = Kemajuan(semua - len(nama), semua, kabupaten.wilayah.kecamatan)
    hak = "villages.change_rekaplembaga"
    return [Kurang(f"Rekap lembaga {tahun}", url, hak, alasan, kemajuan=kemajuan)]


def _kerja_sama(kabupaten: Kabupaten, tahun: int) -> SemuaKurang:
    """Formulir yang kosong, dan nama desa yang belum cocok; daerah tanpa desa tidak ditagih."""
    if not is_berdesa(kabupaten):
        return []
    anggota = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    semua = anggota.count()
    if not semua:
        kisi = reverse("villages:kerjasama_grid")
        url = f"{kisi}?tahun={tahun}"
        alasan = f"Belum ada {kabupaten.wilayah.desa} yang tercatat bekerja sama."
        hak = "villages.change_kerjasama"
        return [Kurang(f"Formulir kerja sama {tahun}", url, hak, alasan)]
    nama = anggota.filter(desa=None).values_list("nama_tercetak", flat=True)
    if not nama:
        return []
    url = reverse("villages:aliasnama_cocok")
    disebut = ", ".join(sorted(set(nama)))
    alasan = f"Belum dikenal sebagai desa: {disebut}."
    kemajuan = Kemajuan(semua - len(nama), semua, "nama")
    label = "Nama pada formulir kerja sama"
    return [Kurang(label, url, "villages.add_aliasnama", alasan, kemajuan=kemajuan)]


def _desa(kabupaten: Kabupaten, tahun: int, today: datetime.date) -> SemuaKurang:
    """SK yang segera berakhir, dan isian IDM yang menunggu verifikasi."""
    milik = {"desa__kecamatan__kabupaten": kabupaten}
    kurang = []
    sk = Lembaga.objects.filter(**milik).segera_berakhir(today).count()
    if sk:
        label = f"{sk} SK lembaga berakhir dalam {SK_HARI} hari"
        url = reverse("villages:lembaga_berakhir")
        alasan = "Perpanjang sebelum masa pengurusnya habis."
        kurang.append(Kurang(label, url, "villages.change_lembaga", alasan))
    isian = IsianIdm.objects.filter(**milik, tahun=tahun)
    menunggu = isian.filter(status="isian").count()
    if menunggu:
        semua = isian.count()
        kemajuan = Kemajuan(semua - menunggu, semua, "isian terverifikasi")
        alasan = "Draf baru dihitung sesudah diverifikasi dan ditetapkan."
        url = reverse("idm:isian_daftar")
        hak = "idm.verify_isianidm"
        kurang.append(Kurang(f"Isian IDM {tahun}", url, hak, alasan, kemajuan=kemajuan))
    return kurang


def _rekomendasi(kinerja: TahunKinerja) -> SemuaKurang:
    """Rekomendasi dan catatan reviu yang menunggu jawaban dinas."""
    milik = {"kabupaten": kinerja.kabupaten, "tahun": kinerja.tahun}
    rekomendasi = Rekomendasi.objects.filter(**milik).unanswered()
    reviu = {}
    for kolom, nilai in milik.items():
        reviu[f"reviu__{kolom}"] = nilai
    catatan = CatatanReviu.objects.filter(**reviu).unanswered().select_related("reviu")
    kurang = []
    hak = "documents.add_balasan"
    for row in chain(rekomendasi, catatan):
        label = f"Jawab {row}"
        url = row.get_absolute_url()
        satu = Kurang(label, url, hak, row.uraian, row.tenggat)
        kurang.append(satu)
    return kurang
