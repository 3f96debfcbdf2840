module "storage" {
  source       = "../storage"
  project_name = var.project_name
}
