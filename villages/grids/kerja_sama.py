"""Kisi formulir Identifikasi Kerja Sama Antar Desa."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.display import KOSONG
from core.grid import BarisKisi, Grid, KolomKisi, Saringan
from core.grid.model import save_row
from core.querysets import parse_nomor
from documents.impor import Hasil
from documents.pembaca import Tabel
from villages.actions import store_anggota
from villages.grids.lembaga import saringan_kecamatan
from villages.impor import formulir
from villages.models import (
    AnggotaKerjaSama,
    Desa,
    FormulirKerjaSama,
    Kecamatan,
    KerjaSama,
)
from villages.sources import kode_lama

SemuaDesa = list[Any]
SemuaAnggota = list[AnggotaKerjaSama]
SemuaKerjaSama = list[KerjaSama]
Teks = dict[str, str]  # menurut namanya
KEAKTIFAN = "Status keaktifan BKAD (diisi dengan angka 1)"
JUDUL_DOKUMEN = "Dokumen terkait (Link google drive)"
BELUM_ADA = "Belum ada kerja sama yang dicatat; catat dahulu pada halaman Kerja sama antar desa."
BELUM_COCOK = "Nama ini belum cocok dengan satu desa; benarkan di halaman alias nama."


class KerjaSamaGrid(Grid):
    """Seperti formulirnya: satu kelompok per kerja sama, semua desa kecamatannya, angka 1."""

    model = AnggotaKerjaSama
    judul = "Formulir kerja sama antar desa"
    judul_baris = "Desa yang bekerja sama"
    pembagi = "kecamatan"
    judul_nama = ("Nama desa yang bekerjasama", "Nama desa", "Desa")
    judul_abai = ("No", "Kontak person")
    pengantar = (
        "Isi angka 1 pada AKTIF atau TIDAK AKTIF; desa tanpa angka bukan anggota. "
        "Kontak tidak ada di sini: data pribadi disimpan pada baris anggotanya."
    )
    kolom = (
        KolomKisi(
            "aktif",
            "AKTIF",
            "centang",
            kelompok=KEAKTIFAN,
            is_jumlah=True,
        ),
        KolomKisi(
            "tidak_aktif",
            "TIDAK AKTIF",
            "centang",
            kelompok=KEAKTIFAN,
            is_jumlah=True,
        ),
        KolomKisi(
            "dokumen",
            "Dokumen terkait",
            "uraian",
            alias=(JUDUL_DOKUMEN,),
        ),
        KolomKisi("keterangan", "Keterangan", "uraian"),
    )

    def columns(self) -> Sequence[KolomKisi]:
        return self.kolom

    def filters(self) -> list[Saringan]:
        kecamatan, jenis = self._saringan()
        pilihan = [("", "Semua jenis"), *KerjaSama.JenisKerjaSama.choices]
        return [
            saringan_kecamatan(self.user, self.tahun, kecamatan),
            Saringan("jenis", "Jenis", pilihan, jenis),
        ]

    def _saringan(self) -> tuple[str, str]:
        return self.params.get("kecamatan", ""), self.params.get("jenis", "")

    def kerja_sama(self) -> SemuaKerjaSama:
        rows = KerjaSama.objects.visible_to(self.user).select_related("kecamatan", "kabupaten")
        kecamatan, jenis = self._saringan()
        nomor = parse_nomor(kecamatan)
        if nomor is not None:
            rows = rows.filter(kecamatan=nomor)
        return list(rows.filter(jenis=jenis) if jenis else rows)

    def rows(self) -> list[BarisKisi]:
        """Kepala tiap kerja sama diikuti desanya; terkunci bersama tahunnya."""
        semua = self.kerja_sama()
        kecamatan = self._kecamatan(semua)
        anggota = self._anggota(semua)
        desa = self._desa(kecamatan)
        formulir = self._formulir(semua)
        sebab_lock = AnggotaKerjaSama.lock_for(self.kabupaten.kode, self.tahun)
        hasil = []
        for satu in semua:
            kelompok = _Kelompok(satu, kecamatan[satu.kecamatan_id], self.tahun)
            hasil.append(kelompok.kepala(formulir.get(satu.pk)))
            hasil += kelompok.desa(anggota[satu.pk], desa[satu.kecamatan_id])
        for baris in hasil:
            baris.sebab_lock = sebab_lock
        return hasil

    def _kecamatan(self, semua: SemuaKerjaSama) -> dict[int, Any]:
        """Kecamatan kerja sama dengan kode dan namanya pada tahun itu."""
        nomor = [k.kecamatan_id for k in semua]
        rows = Kecamatan.objects.visible_to(self.user).filter(pk__in=nomor)
        return {kecamatan.pk: kecamatan for kecamatan in rows.saat(self.tahun)}

    def _anggota(self, semua: SemuaKerjaSama) -> dict[int, SemuaAnggota]:
        """Anggota tiap kerja sama, desanya bernama menurut tahun itu."""
        per: dict[int, SemuaAnggota] = defaultdict(list)
        rows = AnggotaKerjaSama.objects.for_tahun(self.tahun).filter(kerja_sama__in=semua)
        anggota = list(rows)
        nomor = [satu.desa_id for satu in anggota]
        desa = {}
        for satu in Desa.objects.filter(pk__in=nomor).saat(self.tahun):
            desa[satu.pk] = satu
        for satu in anggota:
            satu.desa = desa.get(satu.desa_id)
            per[satu.kerja_sama_id].append(satu)
        return per

    def _desa(self, kecamatan: Iterable[int]) -> dict[int, SemuaDesa]:
        """Desa tiap kecamatan pada tahun itu."""
        per: dict[int, SemuaDesa] = defaultdict(list)
        rows = Desa.objects.desa_on(self.tahun).filter(kecamatan_saat__in=list(kecamatan))
        for desa in rows:
            per[desa.kecamatan_saat].append(desa)
        return per

    def _formulir(self, semua: SemuaKerjaSama) -> dict[int, FormulirKerjaSama]:
        rows = FormulirKerjaSama.objects.for_tahun(self.tahun).filter(kerja_sama__in=semua)
        return {formulir.kerja_sama_id: formulir for formulir in rows}

    def kode_lama(self) -> Teks:
        """Kode baris yang memuat kode kecamatan atau desa edisi lain."""
        semua = [row.kode for row in self.rows()]
        hasil: Teks = {}
        for lama, kini in kode_lama(self.kabupaten, self.tahun).items():
            memuat = (kode for kode in semua if kini in kode)
            hasil |= {kode.replace(kini, lama): kode for kode in memuat}
        return hasil

    def pesan_asing(self, teks: str) -> str:
        """Barisnya baru ada sesudah kerja samanya dicatat."""
        if not self.kerja_sama():
            return BELUM_ADA
        return super().pesan_asing(teks)

    def totals(self, rows: Iterable[BarisKisi]) -> Teks:
        """Banyak desa bertanda di tiap kolom status; tanpa satu tanda pun belum diketahui."""
        desa = [row.isi for row in rows if row.gaya != "kelompok"]
        jumlah = dict.fromkeys(formulir.STATUS, KOSONG)
        if not any(isi[nama] for isi in desa for nama in formulir.STATUS):
            return jumlah
        for nama in formulir.STATUS:
            bertanda = [isi for isi in desa if isi[nama]]
            jumlah[nama] = str(len(bertanda))
        return jumlah

    def store(
        self,
        baris: BarisKisi,
        nilai: dict[str, Any],
        *,
        note: str,
    ) -> None:
        """Kelompok menyimpan formulirnya; desa tanpa angka berhenti menjadi anggota."""
        if baris.gaya == "kelompok":
            save_row(baris.obj, nilai, by=self.user, note=note)
        else:
            store_anggota(anggota=baris.obj, nilai=nilai, by=self.user, note=note)

    def cetakan(self, tabel: Sequence[Tabel]) -> Hasil | None:
        """Lembar bersusunan formulir cetak: kecamatan tergabung, dua bagian, dua kolom status."""
        return formulir.read(self, tabel)


@dataclass(frozen=True)
class _Kelompok:
    """Baris satu kerja sama; `kecamatan` berkode dan bernama menurut tahunnya."""

    kerja_sama: KerjaSama
    kecamatan: Any
    tahun: int

    @property
    def kode(self) -> str:
        """Kode baris pada lembar kerja: bagian formulir, kecamatan, dan kawasannya."""
        bagian = (
            self.kerja_sama.huruf,
            self.kecamatan.kode_saat,
            self.kerja_sama.kawasan,
        )
        return " ".join(filter(None, bagian))

    def kepala(self, formulir: FormulirKerjaSama | None) -> BarisKisi:
        """Baris kelompok memuat yang berlaku bagi seluruh kerja samanya."""
        kerja_sama = self.kerja_sama
        formulir = formulir or FormulirKerjaSama(kerja_sama=kerja_sama, tahun=self.tahun)
        sebutan = kerja_sama.kawasan or kerja_sama.get_jenis_display()
        return BarisKisi(
            f"k{kerja_sama.pk}",
            f"{kerja_sama.huruf}.{kerja_sama.urutan} {self.kecamatan.nama_saat} — {sebutan}",
            {"dokumen": formulir.dokumen, "keterangan": formulir.keterangan},
            url=kerja_sama.get_absolute_url(),
            kode=self.kode,
            gaya="kelompok",
            obj=formulir,
        )

    def desa(self, anggota: SemuaAnggota, desa: SemuaDesa) -> Iterable[BarisKisi]:
        """Anggota menurut urutan formulir, lalu desa kecamatan itu yang belum menjadi anggota."""
        for satu in anggota:
            satu.kerja_sama = self.kerja_sama
            yield self._baris(satu, satu.get_absolute_url())
        ada = {satu.desa_id for satu in anggota}
        bukan = [satu for satu in desa if satu.pk not in ada]
        terakhir = max((satu.urutan for satu in anggota), default=0)
        for urutan, satu in enumerate(bukan, start=terakhir + 1):
            baru = AnggotaKerjaSama(
                kerja_sama=self.kerja_sama,
                tahun=self.tahun,
                desa=satu,
                nama_tercetak=satu.nama_saat.upper(),
                urutan=urutan,
            )
            yield self._baris(baru, satu.get_absolute_url())

    def _baris(self, anggota: Any, url: str) -> BarisKisi:
        """Satu desa; yang belum menjadi anggota ditandai lain."""
        is_baru = anggota.pk is None
        is_cocok = anggota.desa_id is not None
        kunci = f"d{anggota.desa_id}" if is_cocok else f"a{anggota.pk}"
        nomor = anggota.desa.kode_saat if is_cocok else anggota.nama_tercetak
        return BarisKisi(
            f"{self.kerja_sama.pk}-{kunci}",
            anggota.nama_tercetak,
            {
                "aktif": not is_baru and anggota.is_aktif,
                "tidak_aktif": not is_baru and not anggota.is_aktif,
                "dokumen": anggota.perdes,
                "keterangan": anggota.keterangan,
            },
            url=url,
            kode=f"{self.kode} / {nomor}",
            gaya="belum" if is_baru else "",
            pesan="" if is_cocok else BELUM_COCOK,
            obj=anggota,
        )
