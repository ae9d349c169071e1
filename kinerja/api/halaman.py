"""Semua sumber API."""

from kinerja.api import forms, isi
from kinerja.api.reports import kinerja, naskah, wilayah
from kinerja.api.reports.sumber import Sumber

SUMBER = (
    Sumber(
        nama="kecamatan",
        judul="Kecamatan",
        isi=isi.KecamatanApi,
        saringan=forms.TahunApi,
        read=wilayah.kecamatan,
    ),
    Sumber(
        nama="desa",
        judul="Desa dan kelurahan",
        isi=isi.DesaApi,
        saringan=forms.DesaSaringanApi,
        read=wilayah.desa,
    ),
    Sumber(
        nama="indeks",
        judul="IDM atau Indeks Desa tiap desa",
        isi=isi.IndeksApi,
        saringan=forms.DesaSaringanApi,
        read=wilayah.indeks,
    ),
    Sumber(
        nama="indikator",
        judul="IKU dan IKK dengan target, realisasi dan capaiannya",
        isi=isi.IndikatorApi,
        saringan=forms.IndikatorSaringanApi,
        read=kinerja.indikator,
    ),
    Sumber(
        nama="rencana-aksi",
        judul="Rencana aksi program sampai sub kegiatan",
        isi=isi.AksiApi,
        saringan=forms.TahunApi,
        read=kinerja.rencana_aksi,
    ),
    Sumber(
        nama="naskah",
        judul="Naskah yang sudah diajukan, dengan sidik dan statusnya",
        isi=isi.NaskahApi,
        saringan=forms.NaskahSaringanApi,
        read=naskah.naskah,
    ),
)
