module "app" {
  source = "./app" # beside this
}

output "table" {
  value = module.app.table_arn
}
