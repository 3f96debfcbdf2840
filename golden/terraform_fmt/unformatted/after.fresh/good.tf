output "team" {
  value = var.team
}
