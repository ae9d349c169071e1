"""Kisi formulir Identifikasi Kerja Sama Antar Desa."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from core.grid import BarisKisi, Grid, KolomKisi, Saringan
from core.grid.model import save_row
from documents.impor import Hasil
from documents.pembaca import Tabel
from villages.actions import simpan_anggota
from villages.grids.lembaga import saringan_kecamatan
from villages.impor import formulir
from villages.models import AnggotaKerjaSama, Desa, FormulirKerjaSama, KerjaSama
from villages.sources import kode_lama


class KerjaSamaGrid(Grid):
    """Seperti formulirnya: satu kelompok per kerja sama, semua desa kecamatannya, angka 1 di salah satu kolom."""

    model = AnggotaKerjaSama
    judul = "Formulir kerja sama antar desa"
    judul_baris = "Desa yang bekerja sama"
    judul_nama = ("Nama desa yang bekerjasama",)
    judul_abai = ("No", "Kontak person")
    pengantar = (
        "Isi angka 1 pada AKTIF atau TIDAK AKTIF; desa tanpa angka bukan anggota. "
        "Kontak tidak ada di sini: data pribadi disimpan pada baris anggotanya."
    )
    STATUS = "Status keaktifan BKAD (diisi dengan angka 1)"
    kolom = (
        KolomKisi("aktif", "AKTIF", "centang", kelompok=STATUS, is_jumlah=True),
        KolomKisi("tidak_aktif", "TIDAK AKTIF", "centang", kelompok=STATUS, is_jumlah=True),
        KolomKisi(
            "dokumen", "Dokumen terkait", "uraian", alias=("Dokumen terkait (Link google drive)",)
        ),
        KolomKisi("keterangan", "Keterangan", "uraian"),
    )

    def columns(self) -> Sequence[KolomKisi]:
        return self.kolom

    def filters(self) -> list[Saringan]:
        jenis = Saringan(
            "jenis",
            "Jenis",
            [("", "Semua jenis"), *KerjaSama.Jenis.choices],
            self.params.get("jenis", ""),
        )
        return [saringan_kecamatan(self.user, self.params.get("kecamatan", "")), jenis]

    def kerja_sama(self) -> list[KerjaSama]:
        rows = KerjaSama.objects.visible_to(self.user).select_related("kecamatan", "kabupaten")
        kecamatan, jenis = self.params.get("kecamatan", ""), self.params.get("jenis", "")
        rows = rows.filter(kecamatan=kecamatan) if kecamatan.isdecimal() else rows
        return list(rows.filter(jenis=jenis) if jenis else rows)

    def rows(self) -> list[BarisKisi]:
        semua = self.kerja_sama()
        anggota: dict[int, list[AnggotaKerjaSama]] = defaultdict(list)
        for a in (
            AnggotaKerjaSama.objects.for_tahun(self.tahun)
            .filter(kerja_sama__in=semua)
            .select_related("desa")
        ):
            anggota[a.kerja_sama_id].append(a)
        desa: dict[int, list[Desa]] = defaultdict(list)
        kecamatan = [k.kecamatan_id for k in semua]
        for d in Desa.objects.desa_on(self.tahun).filter(kecamatan_saat__in=kecamatan):
            desa[d.kecamatan_saat].append(d)
        formulir = {f.kerja_sama_id: f for f in FormulirKerjaSama.objects.for_tahun(self.tahun).filter(
            kerja_sama__in=semua)}  # fmt: skip
        lock_reason = AnggotaKerjaSama.lock_for(self.kabupaten.kode, self.tahun)
        hasil = []
        for k in semua:
            f = formulir.get(k.pk) or FormulirKerjaSama(kerja_sama=k, tahun=self.tahun)
            hasil += [self._kelompok(k, f), *self._desa(k, anggota[k.pk], desa[k.kecamatan_id])]
        for baris in hasil:
            baris.lock_reason = lock_reason
        return hasil

    def _kelompok(self, k: KerjaSama, f: FormulirKerjaSama) -> BarisKisi:
        label = f"{k.huruf}.{k.urutan} {k.kecamatan} — {k.kawasan or k.get_jenis_display()}"
        isi = {"dokumen": f.dokumen, "keterangan": f.keterangan}
        return BarisKisi(
            f"k{k.pk}", label, isi, url=k.get_absolute_url(), kode=_kode(k), gaya="kelompok", obj=f
        )

    def _desa(
        self, k: KerjaSama, anggota: list[AnggotaKerjaSama], desa: list[Desa]
    ) -> Iterable[BarisKisi]:
        """Anggota menurut urutan formulir, lalu desa kecamatan itu yang belum menjadi anggota."""
        ada = {a.desa_id for a in anggota}
        for a in anggota:
            a.kerja_sama = k
            yield self._baris(k, a, a.nama_tercetak, a.get_absolute_url())
        terakhir = max((a.urutan for a in anggota), default=0)
        for n, d in enumerate((d for d in desa if d.pk not in ada), start=terakhir + 1):
            baru = AnggotaKerjaSama(
                kerja_sama=k, tahun=self.tahun, desa=d, nama_tercetak=d.nama.upper(), urutan=n
            )
            yield self._baris(k, baru, d.nama.upper(), d.get_absolute_url())

    def _baris(self, k: KerjaSama, a: AnggotaKerjaSama, label: str, url: str) -> BarisKisi:
        kunci = f"{k.pk}-d{a.desa_id}" if a.desa_id else f"{k.pk}-a{a.pk}"
        nomor = a.desa.kode if a.desa else a.nama_tercetak
        is_baru = a.pk is None
        isi = {
            "aktif": not is_baru and a.is_aktif,
            "tidak_aktif": not is_baru and not a.is_aktif,
            "dokumen": a.perdes,
            "keterangan": a.keterangan,
        }
        pesan = (
            ""
            if a.desa_id
            else "Nama ini belum cocok dengan satu desa; benarkan di halaman alias nama."
        )
        gaya = "belum" if is_baru else ""
        kode = f"{_kode(k)} / {nomor}"
        return BarisKisi(kunci, label, isi, url=url, kode=kode, gaya=gaya, pesan=pesan, obj=a)

    def kode_lama(self) -> dict[str, str]:
        """Kode baris yang memuat kode kecamatan atau desa edisi lama."""
        semua = [row.kode for row in self.rows()]
        return {
            kode.replace(kini, lama): kode
            for lama, kini in kode_lama(self.kabupaten).items()
            for kode in semua
            if kini in kode
        }

    def totals(self, rows: Iterable[BarisKisi]) -> dict[str, str]:
        desa = [row.isi for row in rows if row.gaya != "kelompok"]
        return {
            nama: str(sum(bool(isi[nama]) for isi in desa)) for nama in ("aktif", "tidak_aktif")
        }

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        if baris.gaya == "kelompok":
            save_row(baris.obj, nilai, by=self.user, note=note)
        else:
            simpan_anggota(anggota=baris.obj, nilai=nilai, by=self.user, note=note)

    def cetakan(self, tabel: Sequence[Tabel]) -> Hasil | None:
        """Lembar bersusunan formulir cetak: kecamatan tergabung, bagian A dan B, dua kolom status."""
        return formulir.baca(self, tabel)


def _kode(k: KerjaSama) -> str:
    """Kode baris pada lembar kerja: bagian formulir, kecamatan, dan kawasannya."""
    return " ".join(filter(None, (k.huruf, k.kecamatan.kode, k.kawasan)))
