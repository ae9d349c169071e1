"""LKjIP di meja reviu: tempat pada bukunya, dan petunjuk tiap butir pedoman dari isi bekunya."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.urls import reverse

from core.angka import persen
from kinerja.models import BuktiRealisasi
from kinerja.naskah.indikator.isi import DefinisiIndikator
from kinerja.naskah.lkjip.isi.daftar import Butir
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.lkjip.isi.tabel import BarisSetahun
from kinerja.naskah.lkjip.reports.isi_wajib import isi_wajib
from kinerja.reviu.jenis import JenisReviu, Petunjuk, SemuaTempat, TempatNaskah
from kinerja.reviu.reports.petunjuk import dari, hitungan, penyusun, uji, uji_kelas, workflow
from kinerja.reviu.sources import BahanReviu

SemuaPetunjuk = Iterator[Petunjuk]
ARAH_DAN_SATUAN = ("V8", "V10")


def tempat(isi: IsiLkjip) -> SemuaTempat:
    """Bagian, tabel dan gambar yang tercetak, dengan jangkarnya pada pratinjau."""
    kelompok = (("Bagian", isi.bab), ("Tabel", isi.tabel), ("Gambar", isi.gambar))
    hasil = []
    for sebutan, semua in kelompok:
        for satu in semua.values():
            hasil.append(TempatNaskah(satu.kode, _sebutan(satu), sebutan))
    return hasil


def _sebutan(butir: Butir) -> str:
    return f"{butir.label} {butir.judul}".strip()


def wajib(bahan: BahanReviu) -> SemuaPetunjuk:
    """Isi menurut Permenpan-RB 53/2014 lampiran II."""
    kelompok = isi_wajib(bahan.naskah, bahan.isi)
    semua = list(chain.from_iterable(isi for _, isi in kelompok))
    kurang = [satu.uraian for satu in semua if not satu.is_ada]
    url = reverse("kinerja:lkjip_wajib", args=[bahan.naskah.pk])
    yield dari(kurang, semua, "Isi menurut Permenpan-RB 53/2014", url)


def _setahun(isi: IsiLkjip) -> list[tuple[str, BarisSetahun]]:
    """Sebutan dan baris tiap IKU dan IKK pada tabel target dan realisasi."""
    hasil = []
    for jenis, sasaran in isi.setahun.items():
        for satu in chain.from_iterable(s.baris for s in sasaran):
            hasil.append((f"{jenis.upper()} {satu.urut}", satu))
    return hasil


def _definisi(isi: IsiLkjip) -> list[DefinisiIndikator]:
    sasaran = chain.from_iterable(isi.indikator.values())
    return list(chain.from_iterable(satu.indikator for satu in sasaran))


def _jangkar(bahan: BahanReviu, kunci: str) -> str:
    """Tabel itu pada pratinjau; pratinjaunya saja bila tidak tercetak."""
    pratinjau = reverse("kinerja:lkjip_preview", args=[bahan.naskah.pk])
    butir = bahan.isi.tabel.get(kunci)
    return f"{pratinjau}#{butir.kode}" if butir else pratinjau


def target(bahan: BahanReviu) -> SemuaPetunjuk:
    """Indikator yang targetnya tercetak."""
    semua = _setahun(bahan.isi)
    kurang = []
    for nama, satu in semua:
        if satu.target.cetak is None:
            kurang.append(nama)
    url = _jangkar(bahan, "setahun")
    yield dari(kurang, semua, "Target tiap indikator tercetak", url)


def capaian(bahan: BahanReviu) -> SemuaPetunjuk:
    """Indikator yang capaiannya tercetak; yang tidak dapat dihitung disebut."""
    semua = _setahun(bahan.isi)
    kurang = [nama for nama, satu in semua if satu.capaian is None]
    url = _jangkar(bahan, "setahun")
    yield dari(kurang, semua, "Capaian tiap indikator tercetak", url)


def lampiran(bahan: BahanReviu) -> SemuaPetunjuk:
    """Lampiran yang tercetak di dalam bukunya."""
    nama = []
    for kode, satu in bahan.isi.bab.items():
        if kode.startswith("lampiran_"):
            nama.append(satu.judul)
    if not nama:
        yield Petunjuk("Belum berlampiran.", is_kurang=True)
        return
    semua = "; ".join(nama)
    yield Petunjuk(f"{len(nama)} lampiran: {semua}.")


def perbaikan(bahan: BahanReviu) -> SemuaPetunjuk:
    """Saran pada Bab IV, dan solusi pada analisisnya."""
    for kode, sebutan in (("saran", "Saran"), ("kendala", "Kendala dan solusi")):
        ada = bool(bahan.isi.teks(kode))
        yield Petunjuk(f"{sebutan} {'tertulis' if ada else 'belum ditulis'}.", is_kurang=not ada)


def keuangan(bahan: BahanReviu) -> SemuaPetunjuk:
    """Program yang realisasinya tercetak, dan penyerapannya."""
    uang = bahan.isi.keuangan
    kurang = [satu.nama for satu in uang.baris if satu.realisasi is None]
    url = _jangkar(bahan, "keuangan")
    yield dari(kurang, uang.baris, "Realisasi anggaran program tercetak", url)
    if uang.persen is not None:
        yield Petunjuk(f"Penyerapan {persen(uang.persen)}.")


def berkas(bahan: BahanReviu) -> SemuaPetunjuk:
    """Indikator yang realisasinya berberkas bukti, dan yang dihitung dari data desa."""
    semua = _setahun(bahan.isi)
    dihitung = [nama for nama, satu in semua if satu.pembilang is not None]
    yield Petunjuk(f"Pembilang dan penyebut tersimpan: {len(dihitung)} dari {len(semua)}.")
    rows = BuktiRealisasi.objects.filter(
        realisasi__tahun=bahan.isi.tahun,
        realisasi__indikator__sasaran__periode__perangkat_daerah=bahan.naskah.perangkat,
    )
    berbukti = rows.values("realisasi__indikator").distinct().count()
    url = f"{reverse('kinerja:buktirealisasi_list')}?tahun={bahan.isi.tahun}"
    yield hitungan(berbukti, len(semua), "Indikator berberkas bukti", url)


def penanggung(bahan: BahanReviu) -> SemuaPetunjuk:
    """Indikator yang penanggung jawabnya tertulis."""
    semua = _definisi(bahan.isi)
    kurang = [satu.nama for satu in semua if not satu.penanggung_jawab]
    yield dari(kurang, semua, "Penanggung jawab tertulis")


def terisi(bahan: BahanReviu) -> SemuaPetunjuk:
    """Sumber data yang tertulis pada definisinya."""
    semua = _definisi(bahan.isi)
    kurang = [satu.nama for satu in semua if not satu.sumber_data]
    yield dari(kurang, semua, "Sumber data tertulis")


def perjanjian(bahan: BahanReviu) -> SemuaPetunjuk:
    """Target perjanjian yang sah, disandingkan dengan target bukunya."""
    sah = bahan.isi.perjanjian_sah
    if sah is None:
        yield Petunjuk("Perjanjian kinerja yang sah belum ada.", is_kurang=True)
        return
    yield Petunjuk(f"Perjanjian {sah.nomor}, kode verifikasi {sah.kode}.")
    diperjanjikan = {}
    for sasaran in sah.sasaran:
        for satu in sasaran.indikator:
            diperjanjikan[satu.nama] = satu.target.cetak
    kini = {satu.nama: satu.target.cetak for _, satu in _setahun(bahan.isi)}
    beda = []
    for nama, janji in diperjanjikan.items():
        if kini.get(nama) != janji:
            beda.append(nama)
    kalimat = "Target sama dengan perjanjian"
    yield dari(beda, diperjanjikan, kalimat, _jangkar(bahan, "perjanjian"))


def renstra(bahan: BahanReviu) -> SemuaPetunjuk:
    """Periode Renstra, dan indikator yang target akhirnya tercetak."""
    isi = bahan.isi
    if isi.periode is None:
        yield Petunjuk("Tahun laporan tidak termuat Renstra mana pun.", is_kurang=True)
        return
    yield Petunjuk(f"Renstra{isi.masa}.")
    banyak = sum(len(s.baris) for sasaran in isi.jangka_menengah.values() for s in sasaran)
    url = _jangkar(bahan, "jangka_menengah")
    yield Petunjuk(f"Terhadap target akhir Renstra: {banyak} indikator.", url, not banyak)


def iku(bahan: BahanReviu) -> SemuaPetunjuk:
    """Sasaran yang berindikator utama."""
    semua = bahan.isi.indikator["iku"]
    kurang = [satu.sasaran for satu in semua if not satu.indikator]
    yield dari(kurang, semua, "Sasaran ber-IKU", _jangkar(bahan, "iku"))


def banding(bahan: BahanReviu) -> SemuaPetunjuk:
    """Tabel pembandingnya yang tercetak."""
    tabel = (
        ("iku_tahun", "IKU beberapa tahun"),
        ("ikk_tahun", "IKK beberapa tahun"),
        ("jangka_menengah", "target akhir Renstra"),
        ("pembanding", "standar nasional atau daerah lain"),
    )
    for kunci, sebutan in tabel:
        ada = kunci in bahan.isi.tabel
        keadaan = "tercetak" if ada else "tidak tercetak"
        url = _jangkar(bahan, kunci) if ada else ""
        yield Petunjuk(f"Tabel {sebutan} {keadaan}.", url, is_kurang=not ada)


PETUNJUK: dict[str, tuple[str, Any]] = {
    "isi_wajib": ("Isi menurut Permenpan-RB 53/2014", wajib),
    "target": ("Target tercetak", target),
    "capaian": ("Capaian tercetak", capaian),
    "lampiran": ("Lampiran tercetak", lampiran),
    "perbaikan": ("Saran dan solusi", perbaikan),
    "keuangan": ("Keuangan tercetak", keuangan),
    "penyusun": ("Kop dan pengajuan", penyusun),
    "berkas": ("Berkas bukti", berkas),
    "terisi": ("Sumber data", terisi),
    "penanggung": ("Penanggung jawab", penanggung),
    "uji": ("Uji kewajaran", uji),
    "alur": ("Pengajuan dan persetujuan", workflow),
    "perjanjian": ("Perjanjian yang sah", perjanjian),
    "renstra": ("Renstra", renstra),
    "iku": ("Sasaran ber-IKU", iku),
    "banding": ("Tabel pembanding", banding),
    "uji_definisi": ("Uji arah dan satuan", uji_kelas(*ARAH_DAN_SATUAN)),
}
REVIU = JenisReviu("LKjIP", tempat, PETUNJUK)
