"""Membaca baris lembar IDM; tiap masalah disebut dengan lembar, sel, isi, dan yang seharusnya."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from operator import itemgetter

from core.angka import bulatkan, format_angka
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from documents.impor import Kesalahan
from documents.pembaca import alamat
from idm import scoring
from idm.impor import INDEKS, Acuan, BarisIdm, Nilai, Rubrik, kode_desa
from idm.impor.kepala import SEKARANG, Peta, peta_kolom, saran
from villages.sources import pesan_kode_lama

STATUS = frozenset(s.value for s in scoring.Status)
KOSONG = frozenset({"", "-", "–"})


class Pembaca:
    """Mengumpulkan baris dan masalah dari semua lembar satu berkas; `tahun` untuk baris tanpa kolom tahun."""

    def __init__(self, acuan: Acuan, tahun: int) -> None:
        self.acuan, self.tahun = acuan, tahun
        self.rows: list[BarisIdm] = []
        self.kesalahan: list[Kesalahan] = []
        self.catatan: list[Kesalahan] = []
        self.banyak_baris = 0
        self.terlihat: dict[tuple[str, int], str] = {}

    def selesai(self) -> None:
        """Dipanggil sesudah semua lembar: berkas tanpa judul yang dikenali disebut sekali."""
        if not self.banyak_baris and not self.kesalahan:
            pesan = "Tidak ada baris judul yang dikenali: perlu kolom kode desa dan skor atau indeks IKS, IKE, IKL, IDM."
            self.kesalahan.append(Kesalahan("", "", "", pesan))

    def lembar(self, nama: str, baris: Sequence[Sequence[str]]) -> None:
        """Baca satu lembar; yang tidak bertajuk kode desa dilewati."""
        peta = peta_kolom(baris, self.acuan)
        if peta is None:
            return
        judul = baris[peta.baris - 1]
        for i in peta.asing:
            self._salah(nama, peta.baris, i, judul[i], saran(judul[i], self.acuan))
        for i in peta.kembar:
            self._salah(nama, peta.baris, i, judul[i], "Kolom ini sudah ada di kirinya.")
        satu = _Lembar(self, nama, peta, len(judul))
        for n, isi in enumerate(baris[peta.baris :], start=peta.baris + 1):
            satu.baris(n, isi)

    def _salah(self, nama: str, n: int, i: int, isi: str, pesan: str) -> None:
        self.kesalahan.append(Kesalahan(nama, alamat(n, i + 1), isi, pesan))


class _Lembar:
    """Satu lembar dengan kolom yang sudah dikenali."""

    def __init__(self, pembaca: Pembaca, nama: str, peta: Peta, lebar: int) -> None:
        self.p, self.nama, self.peta, self.lebar = pembaca, nama, peta, lebar
        self._ambil: dict[int, Callable[[Sequence[str]], tuple[str, ...]] | None] = {}

    def salah(self, i: int, isi: str, pesan: str) -> None:
        self.p._salah(self.nama, self.n, i, isi, pesan)

    def baris(self, n: int, isi: Sequence[str]) -> None:
        if not any(isi):
            return
        self.n = n
        self.p.banyak_baris += 1
        isi = [*isi, *[""] * (self.lebar - len(isi))] if len(isi) < self.lebar else isi
        kode = self._kode(isi[self.peta.kode])
        desa = self.p.acuan.desa.get(kode)
        if desa is None:
            self.salah(self.peta.kode, isi[self.peta.kode], self._desa_asing(kode))
        awal, ada = len(self.p.kesalahan), False
        for tahun, kolom in self._tahun(isi):
            r = self.p.acuan.rubrik(tahun)
            if r is None:
                i = self.peta.kode if self.peta.tahun is None else self.peta.tahun
                self.salah(i, str(tahun), f"Tidak ada instrumen IDM berskor untuk tahun {tahun}.")
                continue
            skor = self._skor(isi, r) if kolom == SEKARANG else ""
            terbitan = self._terbitan(isi, self.peta.terbitan.get(kolom, {}), r)
            if skor or terbitan:
                ada = True
                if desa and self._baru(kode, tahun):
                    sel = alamat(n, self.peta.kode + 1)
                    self.p.rows.append(
                        BarisIdm(desa, kode, tahun, r, skor, terbitan, self.nama, sel)
                    )
        if not ada and len(self.p.kesalahan) == awal:
            self.salah(
                self.peta.kode, isi[self.peta.kode], "Baris ini tanpa skor dan tanpa indeks."
            )

    def _kode(self, teks: str) -> str:
        """Kode desa kini; kode edisi lama diterima dan disebut."""
        tertulis = kode_desa(teks)
        kini = self.p.acuan.kini(tertulis)
        if kini != tertulis:
            sel = alamat(self.n, self.peta.kode + 1)
            self.p.catatan.append(Kesalahan(self.nama, sel, tertulis, pesan_kode_lama(kini)))
        return kini

    def _desa_asing(self, kode: str) -> str:
        if kode in self.p.acuan.kelurahan:
            return "Ini kelurahan; IDM hanya untuk desa."
        return f"Tidak ada desa dengan kode ini di {self.p.acuan.wilayah}; kode desa sepuluh angka."

    def _tahun(self, isi: Sequence[str]) -> list[tuple[int, int]]:
        """`(tahun, kunci kolom terbitan)`; kolom tanpa tahun memakai kolom tahun atau tahun bawaan."""
        bertahun = [(t, t) for t in self.peta.terbitan if t != SEKARANG]
        if not (self.peta.skor or self.peta.deret is not None or SEKARANG in self.peta.terbitan):
            return bertahun
        if self.peta.tahun is None:
            return [(self.p.tahun, SEKARANG), *bertahun]
        teks = isi[self.peta.tahun].removesuffix(".0")
        if not (teks.isascii() and teks.isdigit() and TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR):
            self.salah(self.peta.tahun, teks, f"Tahun harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
            return bertahun
        return [(int(teks), SEKARANG), *bertahun]

    def _baru(self, kode: str, tahun: int) -> bool:
        """Desa dan tahun yang sudah disebut di atas ditolak dengan tempatnya."""
        lama = self.p.terlihat.get((kode, tahun))
        if lama:
            self.salah(self.peta.kode, kode, f"Desa ini untuk tahun {tahun} sudah ada pada {lama}.")
            return False
        self.p.terlihat[kode, tahun] = f"{self.nama} {alamat(self.n, self.peta.kode + 1)}"
        return True

    # skor

    def _skor(self, isi: Sequence[str], r: Rubrik) -> str:
        """Deret skor satu baris; kosong bila tidak ada atau salah (sudah dilaporkan)."""
        ambil = self._pengambil(r)
        sel = ambil(isi) if ambil else ()
        deret = "".join(sel)
        if not (len(deret) == len(r) and "" not in sel and r.pola.fullmatch(deret)):
            deret = self._per_sel(sel, r)
        if self.peta.deret is None:
            return deret
        satu = self._deret(isi[self.peta.deret], r)
        if deret and satu and deret != satu:
            self.salah(self.peta.deret, satu, "Deret ini berbeda dari kolom skornya.")
        return deret or satu

    def _pengambil(self, r: Rubrik) -> Callable[[Sequence[str]], tuple[str, ...]] | None:
        """Kolom skor menurut urutan instrumennya; kolom yang kurang dilaporkan sekali."""
        if r.pk not in self._ambil:
            kolom = self.peta.skor.get(r.pk, {})
            kurang = [nama for n, nama in enumerate(r.indikator) if n not in kolom]
            lengkap = bool(kolom or self.peta.skor) and not kurang
            if (kolom or self.peta.skor) and kurang:
                sebut = ", ".join(kurang[:5]) + (
                    f" dan {len(kurang) - 5} lagi" if len(kurang) > 5 else ""
                )
                pesan = f"Ada {len(kolom)} kolom skor; {r.nama} terdiri atas {len(r)}. Yang tidak ada: {sebut}."
                self.p._salah(self.nama, self.peta.baris, self.peta.kode, "", pesan)
            self._ambil[r.pk] = itemgetter(*(kolom[n] for n in range(len(r)))) if lengkap else None
        return self._ambil[r.pk]

    def _per_sel(self, sel: Sequence[str], r: Rubrik) -> str:
        """Jalan lambat: tiap sel diperiksa dan yang salah disebut."""
        if all(teks in KOSONG for teks in sel):
            return ""
        kolom, deret, benar = self.peta.skor[r.pk], [], True
        for n, teks in enumerate(sel):
            angka = teks.removesuffix(".0")
            if len(angka) != 1 or angka not in r.boleh[n]:
                benar = False
                isi = "belum diisi" if teks in KOSONG else "tidak ada pada rubrik"
                self.salah(
                    kolom[n],
                    teks,
                    f"Skor indikator {r.indikator[n]} {isi}; yang ada {', '.join(r.boleh[n])}.",
                )
            deret.append(angka)
        return "".join(deret) if benar else ""

    def _deret(self, teks: str, r: Rubrik) -> str:
        kolom = self.peta.deret or 0
        if teks in KOSONG:
            return ""
        if not (teks.isascii() and teks.isdigit()):
            self.salah(
                kolom, teks, "Deret skor harus tulisan berisi angka saja; jadikan kolomnya teks."
            )
        elif len(teks) != len(r):
            self.salah(
                kolom, teks, f"Deret berisi {len(teks)} skor; {r.nama} terdiri atas {len(r)}."
            )
        elif not r.pola.fullmatch(teks):
            for n, angka in enumerate(teks):
                if angka not in r.boleh[n]:
                    pesan = f"Skor indikator {r.indikator[n]} {angka} tidak ada pada rubrik"
                    self.salah(kolom, teks, f"{pesan}; yang ada {', '.join(r.boleh[n])}.")
        else:
            return teks
        return ""

    # indeks terbitan

    def _terbitan(self, isi: Sequence[str], kolom: dict[str, int], r: Rubrik) -> Nilai | None:
        """Indeks terbitan satu baris; `None` bila tidak ada atau salah (sudah dilaporkan)."""
        teks = {nama: isi[i] for nama, i in kolom.items() if isi[i] not in KOSONG}
        if not any(nama in teks for nama in INDEKS):
            return None
        awal = len(self.p.kesalahan)
        for nama in INDEKS:
            if nama not in teks:
                i = kolom.get(nama, self.peta.kode)
                self.salah(
                    i, "", f"{nama.upper()} belum ada; indeks terbitan perlu IKS, IKE, IKL dan IDM."
                )
        angka = {nama: self._indeks(kolom[nama], teks[nama]) for nama in INDEKS if nama in teks}
        if len(self.p.kesalahan) > awal:
            return None
        iks, ike, ikl, idm = (angka[nama] for nama in INDEKS)
        rata = scoring.idm(iks, ike, ikl)
        if abs(idm - rata) > scoring.TOLERANSI:
            pesan = f"IDM {format_angka(idm, 4)} bukan rata-rata IKS, IKE dan IKL ({format_angka(rata, 4)})."
            self.salah(kolom["idm"], teks["idm"], pesan)
            return None
        hitung = scoring.status(idm, r.ambang).value
        return Nilai(iks, ike, ikl, idm, self._status(kolom, teks, hitung))

    def _indeks(self, i: int, teks: str) -> Decimal:
        """Angka 0 sampai 1 dengan titik atau koma desimal, dibulatkan ke empat desimal."""
        try:
            nilai = Decimal(teks.replace(",", "."))
        except InvalidOperation:
            nilai = Decimal(-1)
        if not (nilai.is_finite() and 0 <= nilai <= 1):
            self.salah(i, teks, "Indeks harus angka antara 0 dan 1.")
            return Decimal(0)
        return bulatkan(nilai, scoring.DESIMAL)

    def _status(self, kolom: dict[str, int], teks: dict[str, str], hitung: str) -> str:
        """Status tertulis dipertahankan; yang tidak menurut ambang dicatat untuk dilihat."""
        tertulis = teks.get("status", hitung).upper()
        if tertulis not in STATUS:
            self.salah(
                kolom["status"],
                teks["status"],
                f"Status harus salah satu dari {', '.join(scoring.Status)}.",
            )
        elif tertulis != hitung:
            pesan = f"Status terbitan {tertulis.title()}, sedangkan IDM-nya menurut ambang {hitung.title()}."
            self.p.catatan.append(
                Kesalahan(self.nama, alamat(self.n, kolom["status"] + 1), teks["status"], pesan)
            )
        return tertulis
