"""Halaman tulis: tambah, ubah, hapus; semuanya lewat `core.door`."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.generic import CreateView, DeleteView, UpdateView

from core import audit, door
from core.audit import Refused
from core.views.dasar import Context, Scoped, nama_url

REPLAYED = "Formulir ini sudah pernah dikirim; data tidak disimpan dua kali."
KEMBAR = "Data yang sama sudah ada; tidak disimpan."
DITANGANI = (Refused, audit.Replayed, IntegrityError, ValidationError)


class Saving(Scoped):
    """Simpan satu formulir lewat `core.door`; yang ditolaknya menjadi pesan formulir."""

    form_class: Any = None
    pesan_tersimpan = "Tersimpan."

    def get_template_names(self) -> list[str]:
        return self.fallback("form")

    def get_form_kwargs(self) -> Context:
        kwargs: Context = super().get_form_kwargs()  # type: ignore[misc]
        kwargs["user"] = self.request.user
        kwargs["tahun_kerja"] = self.request.tahun  # type: ignore[attr-defined]
        return kwargs

    def form_valid(self, form: Any) -> HttpResponse:
        """Penolakan pintu menjadi pesan formulir; isian pengguna tidak hilang."""
        user: Any = self.request.user
        try:
            with audit.locked(user.kabupaten.kode):
                self.store(form)
        except DITANGANI as error:
            form.add_error(None, self.semua_sebab(error))
            return self.form_invalid(form)
        messages.success(self.request, self.pesan_tersimpan)
        return redirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        """Pilihan di luar yang ditawarkan formulir dicatat sebagai percobaan."""
        note = f"memilih baris kabupaten lain: {self.request.path}"
        for row in form.foreign_choices():
            audit.record_denied(self.request.user, type(row), row.pk, note)
        return super().form_invalid(form)  # type: ignore[misc, no-any-return]

    def semua_sebab(self, error: Exception) -> list[str]:
        """Kalimat bagi pengguna; kesalahan basis data tidak disebut apa adanya."""
        if isinstance(error, audit.Replayed):
            return [REPLAYED]
        if isinstance(error, ValidationError):
            return error.messages
        if isinstance(error, Refused):
            return [str(error)]
        return [KEMBAR]

    def store(self, form: Any) -> None:
        """Satu pintu menulis, berikut sidik isi yang dibuka dan nomor kirimannya."""
        data = form.cleaned_data
        self.object = form.save(commit=False)
        door.save(
            self.object,
            by=self.request.user,
            token=data.get("kiriman") or None,
            seen=data.get("versi", ""),
            **self.extra(form),
        )

    def extra(self, form: Any) -> Context:
        """Isian `door.save` lainnya: relasi yang ikut diganti, atau catatan."""
        return {}

    def get_success_url(self) -> str:
        """Kembali ke rincian barisnya."""
        return self.object.get_absolute_url()


class Create(Saving, CreateView):
    """Formulir tambah; isian awalnya dapat disebut pada alamat."""

    action = "add"

    def get_initial(self) -> Context:
        """Tahun kerja, dan kolom model yang disebut pada alamat."""
        semua_nama = {field.name for field in self.model._meta.concrete_fields}
        initial = {"tahun": self.request.tahun}  # type: ignore[attr-defined]
        for nama, nilai in self.request.GET.items():
            if nama in semua_nama:
                initial[nama] = nilai
        return initial

    def form_invalid(self, form: Any) -> HttpResponse:
        """Templat tidak menganggapnya baris yang ada."""
        self.object = None  # yang batal tersimpan bukan baris yang ada
        return super().form_invalid(form)


class Update(Saving, UpdateView):
    """Formulir ubah; yang terkunci menyebut sebabnya."""

    action = "change"

    def get_context_data(self, **kwargs: Any) -> Context:
        """Sebabnya terkunci ditunjukkan sebelum isinya ditulis."""
        context = super().get_context_data(**kwargs)
        row = self.get_object()
        context["sebab_lock"] = row.sebab_lock()
        return context


class Delete(Scoped, DeleteView):
    """Hapus dengan halaman konfirmasi; yang masih dipakai atau terkunci tidak terhapus."""

    action = "delete"

    def get_template_names(self) -> list[str]:
        return self.fallback("confirm_delete")

    def get_context_data(self, **kwargs: Any) -> Context:
        """Yang terkunci tidak menawarkan hapus."""
        context = super().get_context_data(**kwargs)
        context["sebab_lock"] = self.object.sebab_lock()
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Yang ditolak kembali ke barisnya dengan alasan."""
        row = self.object
        try:
            door.delete(row, by=self.request.user)
        except Refused as error:
            messages.error(self.request, str(error))
            return redirect(row.get_absolute_url())
        messages.success(self.request, f"{row} dihapus.")
        return redirect(nama_url(self.model, "list"))
