"""Setiap tempat yang menuliskan angka: halaman, lembar kerja dan naskah kedua kabupaten."""

import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import issue_token
from accounts.models import Kabupaten, PerangkatDaerah, TokenApi, User
from core import spreadsheet
from documents.printing import isi_naskah, print_html
from idm.models import IdmDesa, LayananRumusan, PenetapanIdm
from kinerja.models import (
    EvaluasiAkip,
    Indikator,
    Kegiatan,
    Lkjip,
    NaskahKinerja,
    PerjanjianKinerja,
    Program,
    SubKegiatan,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from tests.factories import make_penetapan
from tests.jalan import api, beranda, desa, indikator, kantor, uang
from tests.jalan.baris import Daftar
from tests.jalan.figur import Kumpulan, Tertulis
from tests.jalan.halaman import Halaman, TabelHalaman
from tests.jalan.lembar import tabel_lembar
from villages.kode import tanpa_titik
from villages.models import BerkasIkk, Desa

Tabel = list[TabelHalaman]
Pembaca = Callable[[Tabel], Iterator[Tertulis]]
BERTINGKAT = {Program: "", Kegiatan: "program__", SubKegiatan: "kegiatan__program__"}
TRIWULAN = 4  # naskah bertriwulan memuat seluruh tahunnya


class Jalan:
    """Satu kabupaten dan tahun, dibaca sebagai operatornya."""

    def __init__(self, kode: str, tahun: int) -> None:
        self.kabupaten = Kabupaten.objects.get(kode=kode)
        self.tahun = tahun
        self.daftar = Daftar(self.kabupaten, tahun)
        self.kumpulan = Kumpulan()
        self.client = Client()
        operator = User.objects.filter(kabupaten=self.kabupaten, groups__name="operator")
        self.client.force_login(operator.earliest("pk"))
        session = self.client.session
        session["tahun"] = tahun
        session.save()

    def buka(self, alamat: str, **isian: Any) -> bytes:
        jawaban = self.client.get(alamat, {"tahun": self.tahun, **isian}, follow=True)
        assert jawaban.status_code == 200, alamat
        return jawaban.content

    def halaman(self, alamat: str, **isian: Any) -> Halaman:
        return Halaman(self.buka(alamat, **isian).decode())

    def tabel(self, nama: str) -> Tabel:
        """Semua halaman satu daftar."""
        alamat = reverse(nama)
        pertama = self.buka(alamat).decode()
        hasil = Halaman(pertama).tabel
        nomor = 2
        while f"page={nomor}" in pertama:
            hasil += self.halaman(alamat, page=nomor).tabel
            nomor += 1
        return hasil

    def api(self, nama: str) -> list[dict[str, Any]]:
        """Semua halaman satu koleksi API."""
        sampai = timezone.localdate() + datetime.timedelta(days=1)
        token = TokenApi(kabupaten=self.kabupaten, nama=f"Jalan {nama}", berlaku_sampai=sampai)
        rahasia = issue_token(token, by="uji")
        hasil: list[dict[str, Any]] = []
        alamat = f"/api/v1/{nama}?tahun={self.tahun}"
        while alamat:
            jawaban = self.client.get(alamat, headers={"Authorization": f"Bearer {rahasia}"})
            assert jawaban.status_code == 200, jawaban.content
            isi = json.loads(jawaban.content, parse_float=Decimal)
            hasil += isi["data"]
            alamat = isi["berikutnya"]
        return hasil

    def record(self, tempat: str, semua: Iterator[Tertulis]) -> None:
        self.kumpulan.record(f"{tempat} {self.tahun}", semua)

    def layar_dan_lembar(self, nama: str, *pembaca: Pembaca) -> None:
        """Satu halaman, kisinya seluruhnya, dan lembar kerjanya."""
        lembar = tabel_lembar(self.buka(reverse(f"{nama}_xlsx")))
        layar = self.halaman(reverse(nama), program="").tabel
        for read in pembaca:
            self.record(nama, read(layar))
            self.record(f"{nama} xlsx", read(lembar))

    def naskah(self, naskah: Any, *pembaca: Pembaca) -> None:
        """Cetakan satu naskah dan lembar kerjanya."""
        nama = f"naskah {getattr(naskah, 'jenis', '') or naskah._meta.model_name}"
        cetakan = Halaman(print_html(naskah)).tabel
        lembar: Tabel = []
        if naskah.has_lembar:
            lembar = tabel_lembar(spreadsheet.xlsx(naskah.jenis_naskah.lembar(isi_naskah(naskah))))
        for read in pembaca:
            self.record(nama, read(cetakan))
            if lembar:
                self.record(f"{nama} xlsx", read(lembar))


def wakil(jalan: Jalan) -> Iterator[Desa]:
    """Satu desa tiap kecamatan, urutannya bergeser, yang IDM-nya diketahui.

    Satu profil membaca skor sekabupaten; desa lainnya dibaca pada peringkat dan penetapan.
    """
    semua = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=jalan.kabupaten, tahun=jalan.tahun
    ).select_related("desa__kecamatan")
    berurut = semua.order_by("desa__kode")
    per_kecamatan = groupby(berurut, key=lambda row: row.desa.kecamatan_id)
    for urut, (_, rows) in enumerate(per_kecamatan):
        sekecamatan = list(rows)
        yield sekecamatan[urut % len(sekecamatan)].desa


def telusuri_kinerja(jalan: Jalan) -> None:
    """Dasbor, silsilah, daftar, pohon, kisi."""
    daftar = jalan.daftar
    dasbor = jalan.halaman(reverse("kinerja:dasbor"))
    jalan.record("dasbor", indikator.dasbor(dasbor.tabel, daftar))
    jalan.record("dasbor", uang.dasbor(dasbor, daftar))
    jalan.record("dasbor", uang.dasbor_triwulan(dasbor.tabel, daftar))
    lembar = tabel_lembar(jalan.buka(reverse("kinerja:dasbor_xlsx")))
    jalan.record("dasbor xlsx", indikator.dasbor(lembar, daftar))
    jalan.record("dasbor xlsx", uang.dasbor_triwulan(lembar, daftar))
    for satu in Indikator.objects.filter(
        sasaran__periode__perangkat_daerah__kabupaten=jalan.kabupaten
    ):
        alamat = satu.get_absolute_url()
        silsilah = indikator.silsilah(jalan.halaman(alamat), alamat, jalan.tahun)
        jalan.record("silsilah indikator", silsilah)
    jalan.record("api indikator", api.indikator(jalan.api("indikator")))
    jalan.record("api rencana aksi", api.rencana_aksi(jalan.api("rencana-aksi"), daftar))
    target = indikator.daftar_target(jalan.tabel("kinerja:target_list"), daftar)
    jalan.record("daftar target", target)
    for model in BERTINGKAT:
        _baris(jalan, model)
    jalan.layar_dan_lembar("kinerja:pohon", partial(uang.pohon, daftar=daftar))
    jalan.layar_dan_lembar("kinerja:evaluasi_grid", partial(uang.kisi_evaluasi, daftar=daftar))
    jalan.layar_dan_lembar("kinerja:rencanaaksi_grid", partial(uang.kisi_aksi, daftar=daftar))


def _baris(jalan: Jalan, model: Any) -> None:
    """Daftar satu tingkat pohon, dan halaman tiap barisnya."""
    nama = model._meta.model_name
    tabel = jalan.tabel(f"kinerja:{nama}_list")
    jalan.record(f"daftar {nama}", uang.daftar_baris(tabel, jalan.daftar))
    awal = BERTINGKAT[model]
    rows = model.objects.filter(
        **{f"{awal}perangkat_daerah__kabupaten": jalan.kabupaten, f"{awal}tahun": jalan.tahun}
    )
    for row in rows:
        alamat = row.get_absolute_url()
        rincian = uang.rincian(jalan.halaman(alamat), alamat, jalan.daftar)
        jalan.record(f"halaman {nama}", rincian)


def telusuri_naskah(jalan: Jalan) -> None:
    """Satu naskah kinerja tiap jenis, perjanjian, dan LKjIP."""
    daftar = jalan.daftar
    milik = {"kabupaten": jalan.kabupaten, "tahun": jalan.tahun}
    perjanjian = PerjanjianKinerja.objects.get(**milik)
    sasaran = partial(indikator.target_naskah, daftar=daftar)
    jalan.naskah(perjanjian, sasaran, partial(uang.anggaran, daftar=daftar))
    pembaca = {
        "rencana_aksi": (sasaran, partial(uang.rencana_aksi, daftar=daftar)),
        "evaluasi": (partial(uang.evaluasi, daftar=daftar),),
        "e81": (partial(uang.evaluasi, daftar=daftar),),
        "capaian": (
            partial(indikator.capaian, daftar=daftar),
            partial(uang.capaian, daftar=daftar),
        ),
    }
    for jenis, read in pembaca.items():
        triwulan = TRIWULAN if jenis in NaskahKinerja.BERTRIWULAN else 0
        jalan.naskah(NaskahKinerja(**milik, jenis=jenis, triwulan=triwulan), *read)
    lkjip = Lkjip.objects.filter(**milik).first() or create_lkjip(**milik, by="uji")
    jalan.naskah(
        lkjip,
        partial(indikator.lkjip_setahun, daftar=daftar),
        partial(indikator.lkjip_bertahun, daftar=daftar),
        sasaran,
        partial(uang.anggaran, daftar=daftar),
        partial(uang.lkjip, daftar=daftar),
        desa.status,
    )


def telusuri_desa(jalan: Jalan) -> None:
    """IDM: gambaran, peringkat, profil, daftar dan penetapan satu tahun."""
    tahun = jalan.tahun
    kecamatan = partial(desa.kecamatan, tahun=tahun)
    tiap_desa = partial(desa.tiap_desa, tahun=tahun)
    jalan.layar_dan_lembar("idm:gambaran", desa.status, kecamatan, tiap_desa)
    jalan.layar_dan_lembar("idm:dasbor", desa.status, kecamatan)
    jalan.layar_dan_lembar("idm:peringkat", tiap_desa)
    jalan.record("daftar IDM", desa.tiap_desa(jalan.tabel("idm:idmdesa_list"), tahun))
    jalan.record("dasbor", desa.status(jalan.tabel("kinerja:dasbor")))
    jalan.record("dasbor", desa.dasbor(jalan.halaman(reverse("kinerja:dasbor")), tahun))
    jalan.record("api indeks", api.indeks(jalan.api("indeks")))
    for satu in wakil(jalan):
        profil = jalan.halaman(reverse("idm:profil", args=[satu.pk]))
        jalan.record("profil desa", desa.profil(profil, satu.nama, satu.kecamatan.nama, tahun))
    tanggal = datetime.date(tahun, 12, 1)
    penetapan = PenetapanIdm(kabupaten=jalan.kabupaten, tahun=tahun, tanggal=tanggal)
    jalan.naskah(penetapan, desa.status, kecamatan, tiap_desa)


def telusuri_layanan(jalan: Jalan) -> None:
    """Layanan rumusan menjawab dari penetapan yang sah, seperti tercetak padanya."""
    tahun = jalan.tahun
    penetapan = make_penetapan(jalan.kabupaten, tahun)
    LayananRumusan.objects.create(kabupaten=jalan.kabupaten, is_aktif=True)
    tiap_desa = partial(desa.tiap_desa, tahun=tahun)
    cetakan = Halaman(print_html(penetapan)).tabel
    jalan.record("naskah penetapan", tiap_desa(cetakan))
    for satu in wakil(jalan):
        alamat = reverse("terbuka:rumusan", args=[tanpa_titik(satu.kode), tahun])
        isi = json.loads(jalan.buka(alamat), parse_float=Decimal)
        pokok = (satu.nama, satu.kecamatan.nama, tahun)
        jalan.record("layanan rumusan", desa.rumusan(isi, *pokok))
    PerangkatDaerah.objects.filter(kabupaten=jalan.kabupaten).update(is_angka_terbuka=True)
    isi = json.loads(jalan.buka(reverse("angka:json", args=[jalan.kabupaten.kode])))
    jalan.record("angka terbuka", kantor.terbuka(isi, tahun))


def telusuri_akip(jalan: Jalan) -> None:
    """Daftar evaluasi AKIP, halaman satu evaluasi dan trennya."""
    jalan.record("daftar AKIP", kantor.daftar_akip(jalan.tabel("kinerja:evaluasiakip_list")))
    evaluasi = EvaluasiAkip.objects.get(kabupaten=jalan.kabupaten, tahun=jalan.tahun)
    halaman = jalan.halaman(evaluasi.get_absolute_url())
    jalan.record("evaluasi AKIP", kantor.akip(halaman, jalan.tahun))


def telusuri_kantor(jalan: Jalan) -> None:
    """APBDes, koperasi dan Indeks Desa satu tahun."""
    tahun = jalan.tahun
    contoh = kantor.plant(jalan.kabupaten, tahun)
    jalan.layar_dan_lembar("villages:apbdes", partial(kantor.apbdes, tahun=tahun))
    alamat = reverse("villages:apbdes_desa", args=[contoh.pk])
    panel = kantor.apbdes_desa(jalan.halaman(alamat).tabel, contoh, tahun)
    jalan.record("APBDes satu desa", panel)
    jalan.layar_dan_lembar("villages:kelembagaan", partial(kantor.koperasi, tahun=tahun))
    lembar = tabel_lembar(jalan.buka(reverse("idm:dasbor_xlsx")))
    jalan.record("dasbor desa xlsx", desa.status(lembar))
    jalan.record("dasbor desa xlsx", desa.kecamatan(lembar, tahun))
    peringkat = jalan.halaman(reverse("idm:peringkat")).tabel
    jalan.record("peringkat", desa.tiap_desa(peringkat, tahun))
    jalan.record("api indeks", api.indeks(jalan.api("indeks")))
    profil = jalan.halaman(reverse("idm:profil", args=[contoh.pk]))
    jalan.record("profil desa", desa.profil(profil, contoh.nama, contoh.kecamatan.nama, tahun))


def telusuri_beranda(jalan: Jalan) -> None:
    """Yang ditunggu pada beranda, dan halaman tempat membereskannya."""
    tahun = jalan.tahun
    halaman = jalan.buka(reverse("beranda")).decode()
    jalan.record("beranda", beranda.ditunggu(halaman, tahun))
    tabel = jalan.halaman(reverse("villages:kelengkapan")).tabel
    jalan.record("kelengkapan", beranda.kelengkapan(tabel, tahun))
    halaman = jalan.buka(reverse("villages:aliasnama_cocok")).decode()
    jalan.record("nama belum cocok", beranda.belum_cocok(halaman, tahun))


def telusuri_pengukuran(jalan: Jalan) -> None:
    """Baris yang belum diukur menurut beranda dan menurut uji naskah evaluasi."""
    milik = {"kabupaten": jalan.kabupaten, "tahun": jalan.tahun}
    naskah = NaskahKinerja(**milik, jenis="evaluasi", triwulan=TRIWULAN)
    temuan = naskah.reading().temuan
    jalan.record("uji evaluasi", beranda.evaluasi(temuan, jalan.tahun))


def telusuri_kelembagaan(jalan: Jalan) -> None:
    """Rekap status, kerja sama dan lembaga, dan bukti IKK yang melampirkannya."""
    lembaga = partial(desa.lembaga, tahun=jalan.tahun)
    jalan.record("daftar rekap status", desa.rekap(jalan.tabel("idm:rekapstatus_list")))
    jalan.record("angka kerja sama", desa.kerja_sama(jalan.tabel("villages:kerjasama_angka")))
    jalan.record("daftar rekap lembaga", lembaga(jalan.tabel("villages:rekaplembaga_list")))
    jalan.layar_dan_lembar("villages:rekaplembaga_grid", lembaga)
    berkas = BerkasIkk.objects.get(kabupaten=jalan.kabupaten, tahun=jalan.tahun)
    jalan.naskah(berkas, desa.kerja_sama, lembaga)
