locals {
  query = <<-SQL
    -- all orders of a day
    select { name = "x", day: "y",
  SQL
}
