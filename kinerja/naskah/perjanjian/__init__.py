"""Perjanjian Kinerja."""
