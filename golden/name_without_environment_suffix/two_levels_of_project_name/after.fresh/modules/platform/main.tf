module "storage" {
  source             = "../storage"
  project_name       = var.project_name
  environment_suffix = var.environment_suffix
}
